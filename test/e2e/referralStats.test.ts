import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sendStranger } from '../transfers.ts';
import { desk, languages, phone, shot } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

/** Three are accepted, and one is rejected for want of a bed. */
const history = async (): Promise<void> => {
  const [doctor, center] = [await apiOf('leibo.doctor'), await apiOf('xiangshan.center')];
  const send = () => sendStranger(doctor, { name: '急性心肌梗死', code: 'I21.9' });
  const ids = [await send(), await send(), await send(), await send()];
  const [refused, ...taken] = ids as [string, ...string[]];
  for (const id of taken) await center.referrals.accept({ id });
  await center.referrals.reject({ id: refused, reason: 'R1' });
};

const tile = ({ page, say }: Walker, metric: string) =>
  page.locator('.tile', { has: page.getByRole('heading', { name: say('stats', `metric.${metric}.name`), exact: true }) });
/** The first number of a text. */
const numberIn = (text: string): number => Number(/[\d,]+/.exec(text)![0].replaceAll(',', ''));

/** How many cases the list says it has. */
const listed = async ({ page, say }: Walker): Promise<number> => {
  await page.getByRole('heading', { name: say('stats', 'referral.list.title'), level: 1 }).waitFor();
  const note = page.locator('.page-head .mute', { hasText: /\d/ });
  await note.waitFor();
  return numberIn(await note.innerText());
};

const expectFile = async (center: Walker, format: 'csv' | 'xlsx'): Promise<Buffer> => {
  const { page, say } = center;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('stats', `referral.export.${format}`) }).click(),
  ]);
  return readFile(await download.path());
};

const enterVisits = async ({ page, say }: Walker, visits: number): Promise<void> => {
  const field = (name: string) => page.getByLabel(say('stats', `referral.activity.${name}`), { exact: true });
  const card = page.getByRole('region', { name: say('stats', 'referral.activity.title') });
  await card.getByRole('button').first().click();
  await field('outpatient').fill('9,000');
  await field('discharges').fill('1000');
  await page.getByRole('button', { name: say('stats', 'referral.activity.save') }).click();
  await page.getByText(say('stats', 'referral.activity.wrong')).waitFor();
  await field('outpatient').fill(String(visits));
  await page.getByRole('button', { name: say('stats', 'referral.activity.save') }).click();
  await card.getByText(visits.toLocaleString('en')).waitFor();
};

test.for(languages)('a figure opens its list, and the list is kept as a file, %s', async (language) => {
  await history();
  const center = await arrive({ account: 'leibo.center', language, options: desk });
  const { page, say } = center;
  await page.goto('/stats/referrals');
  await page.locator('.sankey svg path').first().waitFor();
  await shotBoth(center, 'referral-stats');
  const share = await tile(center, 'K09').locator('p').innerText();
  await tile(center, 'K09').getByRole('link').click();
  await page.waitForURL(/\/stats\/referrals\/cases\?.*metric=K09/);
  const total = await listed(center);
  expect(total).toBe(numberIn(share));
  expect(total).toBeGreaterThanOrEqual(3);
  await shotBoth(center, 'referral-stats-list');
  const text = (await expectFile(center, 'csv')).toString('utf8');
  expect(text.trimEnd().split('\r\n').length - 1).toBe(total);
  expect((await expectFile(center, 'xlsx')).subarray(0, 2).toString()).toBe('PK');

  await page.goBack();
  await tile(center, 'K07').getByRole('button').click();
  await page.getByText(say('stats', 'metric.K07.formula')).waitFor();
  await shot(page, `referral-stats-definition-${language}-1440`);
  await page.keyboard.press('Escape');
  await enterVisits(center, language === 'en' ? 8_000 : 9_000);
  await expect.poll(() => tile(center, 'K07').locator('output').innerText()).toContain('‰');
  expectNoFaults();
});

test('a cell of the matrix and a ribbon of the drawing open what they count', async () => {
  const center = await arrive({ account: 'xiangshan.center', language: 'zh-CN', options: desk });
  const { page, say } = center;
  await page.goto('/stats/referrals?direction=up');
  const cell = page.locator('.flow-cell .figure').first();
  const n = numberIn(await cell.innerText());
  await cell.click();
  expect(await listed(center)).toBe(n);
  await page.goBack();
  await page.locator('.sankey svg path').first().waitFor();
  await page.locator('.sankey svg path[fill-opacity="0.36"]').first().click();
  await page.waitForURL(/\/stats\/referrals\/cases\?.*fromHospitalId=/);
  await page.getByText(say('stats', 'list.foot')).waitFor();
  expectNoFaults();
});

test('an overseer on a wide screen and on a phone', async () => {
  const overseer = await arrive({
    account: 'zhou.admin',
    language: 'zh-CN',
    options: { viewport: { width: 1920, height: 1080 } },
  });
  await overseer.page.goto('/stats/referrals');
  await overseer.page.locator('.tile').first().waitFor();
  await shot(overseer.page, 'referral-stats-overseer-1920');
  await overseer.page.emulateMedia({ colorScheme: 'dark' });
  await shot(overseer.page, 'referral-stats-overseer-dark-1920');
  const small = await arrive({ account: 'zhou.admin', language: 'en', options: phone });
  await small.page.goto('/stats/referrals');
  await small.page.locator('.tile').first().waitFor();
  const { scrollWidth, clientWidth } = await small.page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
  expectNoFaults();
});
