import { expect, test } from 'vitest';
import type { Api } from '../api.ts';
import { desk, languages, phone, shot } from './browser.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

const CASE = /\/emergencies\/[0-9a-f-]{36}$/;
const idOf = ({ page }: Walker): string => page.url().split('/').at(-1)!;
const center = ({ page, say }: Walker, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${say('emergency', `center.${name}`)}`) });
const come = ({ page, say }: Walker) => page.getByRole('button', { name: say('paging', 'emergency.come'), exact: true });
const fold = ({ page, say }: Walker) => page.getByRole('button', { name: say('paging', 'fold') }).click();
const filled = (text: string, values: Record<string, string>): string =>
  Object.entries(values).reduce((now, [name, value]) => now.replace(`{{${name}}}`, value), text);
/** A false alarm, so that nothing rings in the tests after this one. */
const end = async (api: Api, id: string): Promise<void> => void (await api.emergency.standDown({ id, note: '测试结束' }));

test.for(languages)('two taps on a phone call the team; the partner’s specialist comes, %s', async (language) => {
  const api = await apiOf('leibo.doctor');
  const doctor = await arrive({ account: 'leibo.doctor', language, options: phone });
  const specialist = await arrive({ account: 'xiangshan.specialist', language, options: phone });
  await doctor.page.locator('.rail-call').tap();
  await center(doctor, 'chestPain').waitFor();
  await center(doctor, 'chestPain').locator('small').first().waitFor();
  await shotBoth(doctor, 'emergency-call');
  await center(doctor, 'chestPain').tap();
  await doctor.page.waitForURL(CASE);
  const id = idOf(doctor);

  await doctor.page.locator('h1').first().waitFor();
  await shotBoth(doctor, 'emergency-case-called');

  await come(specialist).waitFor();
  await shotBoth(specialist, 'emergency-ring');
  const wall = await arrive({ account: 'xiangshan.specialist', language, options: desk });
  await come(wall).waitFor();
  await fold(wall);
  await wall.page.locator('.ringing').waitFor();
  await shotBoth(wall, 'home-specialist-emergency');
  await come(specialist).tap();
  await specialist.page.waitForURL(`**/emergencies/${id}`);
  await come(wall).waitFor({ state: 'detached' });

  await doctor.page.goto('/emergencies');
  const card = doctor.page.locator('.ecard', { has: doctor.page.locator(`a[href$="${id}"]`) });
  await card.getByText(filled(doctor.say('emergency', 'board.answered'), { n: '1' })).waitFor();
  await shotBoth(doctor, 'emergency-board');
  await doctor.page.goto('/');
  await doctor.page.getByRole('region', { name: doctor.say('emergency', 'board.now') }).waitFor();
  await shotBoth(doctor, 'home-doctor-emergency');
  await end(api, id);
  await doctor.page.getByRole('region', { name: doctor.say('emergency', 'board.now') }).waitFor({ state: 'detached' });
  expectNoFaults();
});

test.for(languages)('without a link a call is kept, says so, and arrives with its true time, %s', async (language) => {
  const api = await apiOf('leibo.doctor');
  const doctor = await arrive({ account: 'leibo.doctor', language, options: desk });
  const { page, context, say } = doctor;
  doctor.expecting(/ERR_INTERNET_DISCONNECTED/);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByRole('button', { name: say('common', 'callTeam') }).click();
  await page.getByText(say('emergency', 'call.offline')).waitFor();
  expect(await page.locator('.call-phones a[href^="tel:"]').count()).toBeGreaterThan(3);
  await shotBoth(doctor, 'emergency-call-offline');
  const pressed = Date.now();
  await center(doctor, 'stroke').click();
  await page.waitForURL(CASE);
  const id = idOf(doctor);
  await page.locator('.unsent').getByText(say('emergency', 'unsent.phone')).waitFor();
  await shotBoth(doctor, 'emergency-case-unsent');
  await page.getByRole('link', { name: new RegExp(`^${say('common', 'nav.emergencies')}`) }).click();
  await page.locator('.ecard-unsent').getByText(say('emergency', 'unsent.tag'), { exact: true }).waitFor();
  await page.waitForTimeout(4_000);
  await shotBoth(doctor, 'emergency-unsent');

  await context.setOffline(false);
  await page.locator('.unsent').waitFor({ state: 'detached' });
  await page.locator(`.ecard:not(.ecard-unsent) a[href$="${id}"]`).waitFor();
  const { startedAt, timepoints } = await api.emergency.read({ id });
  expect(Math.abs(Date.parse(startedAt) - pressed)).toBeLessThan(2_000);
  expect(timepoints).toMatchObject([{ node: 'ALERT', at: startedAt }]);
  await end(api, id);
  expectNoFaults();
});

test('what was kept survives a reload, and a refusal is shown until it is let go', async () => {
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const { page, context, say } = doctor;
  doctor.expecting(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|404 \(Not Found\)/);
  await page.waitForLoadState('networkidle');
  // Only the calls do not get through, so that the page can be opened again.
  await context.route('**/api/emergencies', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await page.getByRole('button', { name: say('common', 'callTeam') }).click();
  await center(doctor, 'trauma').click();
  await page.waitForURL(CASE);
  await page.locator('.unsent').waitFor();
  await page.goto('/emergencies');
  await page.locator('.ecard-unsent').waitFor();
  await context.unrouteAll();
  await context.route('**/api/emergencies', (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const error = { code: 'notFound', reason: 'emergency.center', message: '' };
    return route.fulfill({ status: 404, contentType: 'application/json', body: JSON.stringify({ error }) });
  });
  await page.locator('.ecard-unsent').getByText(say('errors', 'notFound.center')).waitFor();
  await shot(page, 'emergency-refused-zh-CN-1440');
  await page.getByRole('button', { name: say('emergency', 'unsent.discard'), exact: true }).click();
  await page.getByRole('button', { name: say('emergency', 'unsent.discardSure'), exact: true }).click();
  await page.locator('.ecard-unsent').waitFor({ state: 'detached' });
  expectNoFaults();
});

test('the board by center and by box, on a desk and in the hand', async () => {
  const api = await apiOf('leibo.doctor');
  const { items } = await api.emergency.centers({});
  const ids = [];
  for (const { center: name, hospital } of items) {
    const id = crypto.randomUUID();
    await api.emergency.activate({ id, center: name, hospitalId: hospital.id, at: new Date().toISOString(), bed: '抢救 2' });
    ids.push(id);
  }
  const door = { id: crypto.randomUUID(), node: 'DOOR', at: new Date().toISOString() } as const;
  await api.emergency.stamp({ id: ids[0]!, items: [door] });
  for (const language of languages) {
    const coordinator = await arrive({ account: 'leibo.center', language, options: desk });
    const { page, say } = coordinator;
    await page.goto('/emergencies');
    await page.locator('.ecard').nth(4).waitFor();
    await come(coordinator).waitFor();
    await shotBoth(coordinator, 'emergency-ring-desk');
    await fold(coordinator);
    await shotBoth(coordinator, 'emergency-board-five');
    await page.goto('/');
    await page.getByRole('region', { name: say('emergency', 'board.now') }).waitFor();
    await fold(coordinator);
    await shotBoth(coordinator, 'home-board-emergency');
    await page.goto('/desk');
    await page.locator('.desk-case').nth(4).waitFor();
    await shotBoth(coordinator, 'desk-emergency');
    await page.goto('/emergencies');
    await fold(coordinator);
    await page.getByRole('combobox', { name: say('emergency', 'board.center') }).selectOption('maternal');
    await expect.poll(() => page.locator('.ecard').count(), { timeout: 10_000 }).toBe(1);
    await page.getByRole('tab', { name: say('emergency', 'board.box.review') }).click();
    await page.waitForURL(/box=review/);
    await page.locator('.ecard, .state').first().waitFor();
    await shotBoth(coordinator, 'emergency-board-review');
  }
  for (const id of ids) await end(api, id);
  expectNoFaults();
});
