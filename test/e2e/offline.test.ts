import { expect, test } from 'vitest';
import { desk, languages, phone } from './browser.ts';
import { press, recorded } from './emergencyWalk.ts';
import { shotBoth, type Walker } from './journey.ts';
import { openStage } from './stage.ts';
import { workerReady } from './worker.ts';

const { arrive, apiOf, expectNoFaults } = openStage({ worker: true });

const CASE = /\/emergencies\/[0-9a-f-]{36}$/;
const NO_LINK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;

const cut = async (walker: Walker): Promise<void> => {
  walker.expecting(NO_LINK);
  await workerReady(walker);
  await walker.page.waitForLoadState('networkidle');
  await walker.context.setOffline(true);
};
const callButton = ({ page, say }: Walker) => page.getByRole('button', { name: say('common', 'callTeam') });

test.for(languages)(
  'opened again without a link: the team is called, times are stamped, all arrives as it was, %s',
  async (language) => {
    const api = await apiOf('leibo.doctor');
    const doctor = await arrive({ account: 'leibo.doctor', language, options: phone });
    const { page, context, say } = doctor;
    await cut(doctor);
    await page.reload();
    await page.getByText(say('common', 'offline.kept')).waitFor();
    await page.locator('.state, .failed').first().waitFor();
    await shotBoth(doctor, 'offline-home');
    await page.locator('.rail-call').tap();
    await page.locator('.call-phones a[href^="tel:"]').first().waitFor();
    await shotBoth(doctor, 'offline-call');
    const pressed = Date.now();
    await page.getByRole('button', { name: new RegExp(`^${say('emergency', 'center.chestPain')}`) }).tap();
    await page.waitForURL(CASE);
    const id = page.url().split('/').at(-1)!;
    await page.locator('.unsent').waitFor();
    // Once more, on the case itself: a tablet that has lost its power.
    await page.reload();
    await page.locator('.unsent').waitFor();
    const stamped = Date.now();
    await press(doctor, 'FMC');
    await recorded(doctor, 'FMC').waitFor();
    await shotBoth(doctor, 'offline-case');
    await page.waitForTimeout(11_000);
    await context.setOffline(false);
    await page.locator('.unsent').waitFor({ state: 'detached' });
    const sent = async () => (await api.emergency.read({ id })).timepoints.map(({ node }) => node);
    await expect.poll(sent, { timeout: 15_000 }).toContain('FMC');
    const { startedAt, timepoints } = await api.emergency.read({ id });
    expect(Math.abs(Date.parse(startedAt) - pressed)).toBeLessThan(2_000);
    expect(Math.abs(Date.parse(timepoints.find(({ node }) => node === 'FMC')!.at!) - stamped)).toBeLessThan(2_000);
    await page.getByText(say('common', 'offline.kept')).waitFor({ state: 'detached' });
    await api.emergency.standDown({ id });
    expectNoFaults();
  },
);

test('a case that the server has is there without a link too, and so is the list of those that go on', async () => {
  const api = await apiOf('leibo.doctor');
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const { page, say } = doctor;
  await callButton(doctor).click();
  await page.getByRole('button', { name: new RegExp(`^${say('emergency', 'center.trauma')}`) }).click();
  await page.waitForURL(CASE);
  const id = page.url().split('/').at(-1)!;
  await page.locator('.unsent').waitFor({ state: 'detached' });
  await page.goto('/emergencies');
  await page.locator(`.ecard a[href$="${id}"]`).click();
  await page.locator('h1').first().waitFor();
  await cut(doctor);
  await page.reload();
  await page.getByText(say('common', 'offline.kept')).waitFor();
  await page.getByText(say('emergency', 'center.trauma')).first().waitFor();
  await shotBoth(doctor, 'offline-case-known');
  await page.goto('/emergencies');
  await page.locator(`.ecard a[href$="${id}"]`).waitFor();
  await api.emergency.standDown({ id });
  expectNoFaults();
});

test('a session that ended meanwhile is over as soon as the server can say so', async () => {
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const { page, context } = doctor;
  doctor.expecting(/401/);
  await cut(doctor);
  await context.request.post('/api/auth/logout', { data: {} });
  await page.goto('/emergencies');
  await page.locator('h1').first().waitFor();
  await context.setOffline(false);
  await page.waitForURL(/\/login/);
  expectNoFaults();
});

test('who leaves without a link has left: nobody finds them there, and the next link ends their session', async () => {
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const { page, context, say } = doctor;
  doctor.expecting(/401/);
  await cut(doctor);
  await page
    .getByRole('button', { name: /演示|leibo|医/ })
    .last()
    .click();
  await page.getByRole('menuitem', { name: say('common', 'signOut') }).click();
  await page.waitForURL(({ pathname, search }) => pathname === '/login' && !search);
  await page.goto('/');
  await page.locator('.state').waitFor();
  await context.setOffline(false);
  await page.waitForURL(/\/login/);
  await page.goto('/');
  await page.waitForURL(/\/login/);
  expectNoFaults();
});

test('only files of the current build are kept, and the worker itself is always asked for again', async () => {
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: desk });
  const { page, context } = doctor;
  await workerReady(doctor);
  await page.evaluate(async () => {
    await caches.open('shanhai.shell.older');
    await (await navigator.serviceWorker.ready).unregister();
  });
  await page.goto('/emergencies');
  await workerReady(doctor);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const urls = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
    return { names, paths: urls.flat().map((url) => new URL(url).pathname) };
  });
  expect(kept.names).not.toContain('shanhai.shell.older');
  expect(kept.paths.length).toBeGreaterThan(50);
  expect(kept.paths.filter((path) => !/^\/(assets\/.+|logo\.svg|push-words)?$/.test(path))).toEqual([]);
  const worker = await context.request.get('/sw.js');
  expect(worker.headers()).toMatchObject({ 'cache-control': 'no-cache' });
  expect(worker.headers()['content-security-policy']).toContain("worker-src 'self';");
  expectNoFaults();
});
