import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { hospitalId } from '../../prisma/seed/hospitals.ts';
import type { Api } from '../api.ts';
import { desk, languages, shot } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();
const MINUTE = 60_000;

/** A stroke of two hours ago, with lysis so many minutes after the door; null: nobody wrote the bolus down. */
const stroke = async ({ emergency }: Api, minutes: number | null): Promise<void> => {
  const id = crypto.randomUUID();
  const door = Date.now() - 120 * MINUTE;
  const stamp = (node: 'DOOR' | 'CT_START' | 'BOLUS', after: number) => ({
    id: crypto.randomUUID(),
    node,
    at: new Date(door + after * MINUTE).toISOString(),
  });
  await emergency.activate({
    id,
    center: 'stroke',
    hospitalId: hospitalId('leibo'),
    at: new Date(door).toISOString(),
    flags: ['ivt'],
  });
  const bolus = minutes === null ? [] : [stamp('BOLUS', minutes)];
  await emergency.stamp({ id, items: [stamp('DOOR', 0), stamp('CT_START', 21), ...bolus] });
  await emergency.close({ id, outcome: 'admitted' });
};

beforeAll(async () => {
  const doctor = await apiOf('leibo.doctor');
  for (const minutes of [38, 41, 44, 47, 50, 52, 55, 60, 66, 71, 80, null]) await stroke(doctor, minutes);
});

/** The first number of a text. */
const numberIn = (text: string): number => Number(/[\d,]+/.exec(text)![0].replaceAll(',', ''));

/** How many cases the list says it has. */
const listed = async ({ page, say }: Walker): Promise<number> => {
  await page.getByRole('heading', { name: say('stats', 'centers.list.title'), level: 1 }).waitFor();
  const note = page.locator('.page-head .mute', { hasText: /\d/ });
  await note.waitFor();
  return numberIn(await note.innerText());
};

const expectFile = async ({ page, say }: Walker, format: 'csv' | 'xlsx'): Promise<Buffer> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('stats', `referral.export.${format}`) }).click(),
  ]);
  return readFile(await download.path());
};

const row = ({ page, say }: Walker, metric: string) =>
  page.locator('.metrics tr', { has: page.getByRole('link', { name: say('emergency', `metric.${metric}`), exact: true }) });

/** The newest month that is over and not yet locked. */
const lockMonth = async (admin: Walker): Promise<void> => {
  const { page, say, language } = admin;
  const card = page.getByRole('region', { name: say('stats', 'centers.locks.title') });
  const locked = card.locator('.tag', { hasText: say('stats', 'centers.locks.locked') });
  const before = await locked.count();
  await card.getByRole('button').first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText(say('stats', 'centers.locks.means')).waitFor();
  await shotBoth(admin, 'center-stats-lock');
  await sheet.getByRole('button', { name: say('stats', 'centers.locks.confirm'), exact: true }).click();
  await sheet.waitFor({ state: 'detached' });
  await expect.poll(() => locked.count()).toBe(before + 1);
  await card.scrollIntoViewIfNeeded();
  await shot(page, `center-stats-locked-${language}-1440`);
};

test.for(languages)('a figure opens its list, the list is kept as a file, a month is locked, %s', async (language) => {
  const admin = await arrive({ account: 'leibo.admin', language, options: desk });
  const { page, say } = admin;
  await page.goto('/stats/emergencies?center=stroke&metric=DNT');
  await page.locator('.metric-charts .stats-chart svg').first().waitFor();
  await page.getByText(say('stats', 'centers.run.legend')).waitFor();
  await shotBoth(admin, 'center-stats');
  await shotBoth(admin, 'center-stats-charts', () => page.locator('.metric-charts').scrollIntoViewIfNeeded());
  const cases = numberIn(await page.locator('.centers-head output').first().innerText());
  const unmet = row(admin, 'DNT').getByRole('cell').nth(5);
  const n = numberIn(await unmet.innerText());
  expect(n).toBeGreaterThanOrEqual(3);
  await unmet.getByRole('link').click();
  await page.waitForURL(/\/stats\/emergencies\/cases\?.*state=unmet/);
  expect(await listed(admin)).toBe(n);
  await shotBoth(admin, 'center-stats-list');
  const text = (await expectFile(admin, 'csv')).toString('utf8');
  expect(text.trimEnd().split('\r\n').length - 1).toBe(cases);
  expect((await expectFile(admin, 'xlsx')).subarray(0, 2).toString()).toBe('PK');
  await page.goBack();
  await lockMonth(admin);
  expectNoFaults();
});

test('a gap opens the cases that lack it; another center, another metric; months without a case say so', async () => {
  const admin = await arrive({ account: 'leibo.admin', language: 'zh-CN', options: desk });
  const { page, say } = admin;
  await page.goto('/stats/emergencies?center=stroke');
  await row(admin, 'D2CT').getByRole('link').first().click();
  await page.waitForURL(/metric=D2CT/);
  const gaps = page.getByRole('region', { name: say('stats', 'centers.gaps.title') });
  const first = gaps.getByRole('link').first();
  const n = numberIn(await first.innerText());
  await first.click();
  expect(await listed(admin)).toBe(n);
  await page.goBack();
  await page.getByRole('tab', { name: say('emergency', 'center.newborn') }).click();
  await page.waitForURL((url) => url.search.includes('center=newborn') && !url.search.includes('metric='));
  await page.goto('/stats/emergencies?center=newborn&from=2020-01&to=2020-02');
  await page.getByText(say('stats', 'centers.empty.title')).waitFor();
  expectNoFaults();
});

test('an overseer reads the figures and locks nothing', async () => {
  const overseer = await arrive({
    account: 'zhou.admin',
    language: 'zh-CN',
    options: { viewport: { width: 1920, height: 1080 } },
  });
  const { page, say } = overseer;
  await page.goto('/stats/emergencies?center=stroke');
  await row(overseer, 'DNT').waitFor();
  await shot(page, 'center-stats-overseer-1920');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot(page, 'center-stats-overseer-dark-1920');
  expect(await page.getByRole('region', { name: say('stats', 'centers.locks.title') }).count()).toBe(0);
  expectNoFaults();
});
