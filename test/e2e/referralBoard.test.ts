import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Api } from '../api.ts';
import { sendStranger } from '../transfers.ts';
import { desk, languages, phone, shot } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

/** Two that wait for a bed and one with a bed, none of which rings any more. */
let doctor: Api;
let standing: string[];
beforeAll(async () => {
  doctor = await apiOf('leibo.doctor');
  const specialist = await apiOf('xiangshan.specialist');
  standing = [];
  for (const dx of ['主动脉夹层 A 型', '重症胰腺炎', '多发伤']) {
    const id = await sendStranger(doctor, { name: dx });
    await specialist.referrals.accept({ id });
    standing.push(id);
  }
  const expectedAt = new Date(Date.now() + 3 * 3_600_000).toISOString();
  await specialist.referrals.arrange({ id: standing[2]!, expectedAt, attending: '陈屿' });
});
afterAll(async () => {
  for (const id of standing) await doctor.referrals.cancel({ id, note: '测试结束' });
});

const column = ({ page, say }: Walker, name: string) =>
  page.getByRole('region', { name: say('referrals', `board.column.${name}`) });
const cards = (page: Page) => page.locator('.rcard');
const box = ({ page, say }: Walker, name: string) =>
  page.getByRole('tab', { name: new RegExp(`^${say('referrals', `box.${name}`)}`) });
const fold = async ({ page, say }: Walker) => page.getByRole('button', { name: say('paging', 'fold') }).click();

test.for(languages)('the board and the list, %s', async (language) => {
  const center = await arrive({ account: 'xiangshan.center', language, options: desk });
  const { page, say } = center;
  await page.goto('/referrals');
  await cards(page).first().waitFor();
  await shotBoth(center, 'referrals-board');
  await page.getByRole('button', { name: say('referrals', 'list.views.list') }).click();
  await page.getByText(say('referrals', 'list.status'), { exact: true }).first().waitFor();
  await shotBoth(center, 'referrals-list');
  expect(new URL(page.url()).search).toBe('?view=list');
  await box(center, 'done').click();
  await page.waitForURL(/box=done/);
  await page.locator('.state, .rows, [data-cards]').first().waitFor();
  await shotBoth(center, 'referrals-done');
  expectNoFaults();
});

test('filters are kept in the address, a search is not', async () => {
  const center = await arrive({ account: 'xiangshan.center', language: 'zh-CN', options: desk });
  const { page, say } = center;
  const { items } = await (await apiOf('xiangshan.center')).referrals.list({ box: 'open', direction: 'up' });
  await page.goto('/referrals');
  await cards(page).first().waitFor();
  await page.getByRole('button', { name: say('referrals', 'direction.up') }).click();
  await expect.poll(() => cards(page).count()).toBe(items.length);
  await page.reload();
  await cards(page).first().waitFor();
  expect(await cards(page).count()).toBe(items.length);
  expect(await page.getByRole('button', { name: say('referrals', 'direction.up') }).getAttribute('aria-pressed')).toBe('true');
  const search = page.getByRole('searchbox', { name: say('referrals', 'list.search') });
  await search.fill(items[0]!.referralNo);
  await search.press('Enter');
  await expect.poll(() => cards(page).count()).toBe(1);
  expect(page.url()).not.toContain(items[0]!.referralNo);
  await search.fill('查无此人');
  await search.press('Enter');
  await page.getByText(say('referrals', 'list.noneFound')).waitFor();
  await shotBoth(center, 'referrals-none');
  expectNoFaults();
});

test('what is picked is printed together, and a whole list leaves as a file', async () => {
  const center = await arrive({ account: 'xiangshan.center', language: 'zh-CN', options: desk });
  const { page, say } = center;
  await page.goto('/referrals?view=list');
  const rows = page.locator('.ant-table-row');
  for (const at of [0, 1]) await rows.nth(at).getByRole('checkbox').check();
  const print = page.getByRole('button', { name: say('referrals', 'list.print').replace('{{n}}', '2') });
  // A phone has no table to pick in.
  await shot(page, 'referrals-picked-zh-CN-1440');
  const [sheets] = await Promise.all([
    page.context().waitForEvent('response', (reply) => reply.url().includes('/api/referral-sheets')),
    print.click(),
  ]);
  expect(sheets.headers()['content-type']).toBe('application/pdf');
  await page.getByRole('button', { name: say('referrals', 'list.clear') }).click();
  expect(await print.count()).toBe(0);
  await page.getByRole('button', { name: say('referrals', 'list.export') }).click();
  const asXlsx = page.getByRole('menuitem', { name: say('referrals', 'list.exportAs').replace('{{format}}', 'XLSX') });
  const [file] = await Promise.all([page.waitForEvent('download'), asXlsx.click()]);
  expect(file.suggestedFilename()).toBe('referrals.xlsx');
  expectNoFaults();
});

test('arrow keys walk over the cards, Enter opens one; a phone shows one column at a time', async () => {
  const center = await arrive({ account: 'xiangshan.center', language: 'zh-CN', options: desk });
  const { page, say } = center;
  await page.goto('/referrals');
  const links = page.locator('[data-cards]:has(> li:nth-child(2))').first().locator('a[data-open]');
  await links.first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await links.nth(1).evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  const here = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
  const href = await here();
  expect(href).toMatch(/^\/referrals\/[0-9a-f-]{36}$/);
  expect(href).not.toBe(await links.first().getAttribute('href'));
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${href}`);
  await page.setViewportSize(phone.viewport);
  await page.goto('/referrals?column=road');
  const road = page.getByRole('tab', { name: new RegExp(`^${say('referrals', 'board.column.road')}`) });
  await road.waitFor();
  expect(await road.getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Tab');
  await road.press('ArrowRight');
  await page.waitForURL(/column=arrived/);
  await column(center, 'arrived').waitFor();
  expectNoFaults();
});

test('a green lane rings, one accepts it from the ring, and its card moves on the other’s board', async () => {
  const center = await arrive({ account: 'xiangshan.center', language: 'zh-CN', options: desk });
  const other = await arrive({ account: 'xiangshan.specialist', language: 'en', options: phone });
  await center.page.goto('/referrals');
  await center.page.locator('h1').waitFor();
  const dx = `主动脉夹层 A 型 ${Date.now() % 1000}`;
  const id = await sendStranger(doctor, { name: dx });
  const accept = ({ page, say }: Walker) => page.getByRole('button', { name: say('referrals', 'ring.accept'), exact: true });
  await accept(center).waitFor();
  await accept(other).waitFor();
  await shotBoth(center, 'referral-ring');
  await shotBoth(other, 'referral-ring');
  await fold(center);
  await column(center, 'accept').getByText(dx).waitFor();
  await accept(other).click();
  await other.page.waitForURL(`**/referrals/${id}`);
  await column(center, 'arrange').getByText(dx).waitFor();
  await accept(center).waitFor({ state: 'detached' });
  await center.page.goto('/');
  await center.page.locator('.board').waitFor();
  await shotBoth(center, 'home-board-referrals');
  expect((await doctor.referrals.read({ id })).status).toBe('accepted');
  await doctor.referrals.cancel({ id, note: '测试结束' });
  expectNoFaults();
});

test('the duty desk shows a green lane without a name, and a doctor’s home what waits for them', async () => {
  const center = await arrive({ account: 'xiangshan.center', language: 'zh-CN', options: desk });
  const id = await sendStranger(doctor, { name: '急性下壁心肌梗死' });
  await center.page.goto('/desk');
  await center.page.locator('.desk-case', { hasText: '急性下壁心肌梗死' }).waitFor();
  await shotBoth(center, 'desk-referral');
  await doctor.referrals.cancel({ id, note: '测试结束' });
  await center.page.locator('.desk-case', { hasText: '急性下壁心肌梗死' }).waitFor({ state: 'detached' });
  for (const language of languages) {
    const home = await arrive({ account: 'leibo.doctor', language, options: desk });
    await home.page.getByRole('link', { name: home.say('home', 'go.referral'), exact: true }).waitFor();
    await home.page.locator('.todo, .duty').first().waitFor();
    await shotBoth(home, 'home-doctor-referrals');
  }
  expectNoFaults();
});
