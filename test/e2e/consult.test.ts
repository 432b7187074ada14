import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../server/auth/demo.ts';
import { type Api, connectApi } from '../api.ts';
import { OPINION, stat } from '../cases.ts';
import { launch, phone, shot, signIn, type Visitor, visit } from './browser.ts';
import { connections, expectToSeeAndHear } from './media.ts';
import { type Server, startServer } from './server.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A second sign-in of the same person, for what this test does not click. */
const apiOf = async (account: string): Promise<Api> => {
  const { accessToken } = await connectApi(server.base, async () => null).auth.login({ account, password: DEMO_PASSWORD });
  return connectApi(server.base, async () => accessToken);
};

const month = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
const sentThisMonth = async (admin: Api): Promise<number> =>
  (await admin.stats.cases({ from: month(), to: month(), limit: 1 })).total;

const enterRoom = async ({ page }: Visitor): Promise<void> => {
  await page.getByRole('button', { name: '进入会诊室' }).click();
};

test('a county doctor asks, the duty specialist is rung, both see and hear each other, and the case is closed', async () => {
  const [doctorApi, specialistApi, admin] = [
    await apiOf('leibo.doctor'),
    await apiOf('xiangshan.specialist'),
    await apiOf('leibo.admin'),
  ];
  const before = await sentThisMonth(admin);
  const doctor = await visit({ browser, base: server.base });
  const specialist = await visit({ browser, base: server.base, options: phone });
  await signIn(doctor.page, 'leibo.doctor');
  await signIn(specialist.page, 'xiangshan.specialist');

  const { id } = await doctorApi.consults.request(stat());
  await specialist.page.getByRole('button', { name: '接听', exact: true }).waitFor();
  await shot(specialist.page, 'ring-zh-CN-360');
  await specialist.page.getByRole('button', { name: '接听', exact: true }).click();
  await specialist.page.waitForURL(`**/room/consult/${id}`);
  await enterRoom(specialist);
  await doctor.page.goto(`/room/consult/${id}`);
  await doctor.page.getByRole('button', { name: '进入会诊室' }).waitFor();
  await shot(doctor.page, 'waiting-zh-CN-1440');
  await enterRoom(doctor);
  await expectToSeeAndHear(doctor.page);
  await expectToSeeAndHear(specialist.page);
  await shot(doctor.page, 'room-zh-CN-1440');
  await shot(specialist.page, 'room-zh-CN-360');
  expect((await doctorApi.consults.read({ id })).status).toBe('inSession');

  const made = [await connections(doctor.page), await connections(specialist.page)] as const;
  for (const worker of server.workers()) process.kill(worker, 'SIGKILL');
  await expectToSeeAndHear(doctor.page, made[0]);
  await expectToSeeAndHear(specialist.page, made[1]);

  const advised = await doctorApi.consults.advise({ id, text: '先溶栓，同时联系转运' });
  await specialistApi.consults.answerAdvice({ id, adviceId: advised.advices[0]!.id, confirmed: true });
  await specialistApi.consults.sign({ id, opinion: OPINION });
  await doctorApi.consults.acknowledge({ id, adoption: 'full' });
  expect((await doctorApi.consults.close({ id, outcome: 'continuedLocally' })).status).toBe('closed');
  await doctor.page.goto(`/consults/${id}`);
  await doctor.page.locator('h1').first().waitFor();
  await shot(doctor.page, 'closed-zh-CN-1440');

  expect(await sentThisMonth(admin)).toBe(before + 1);
  const auditor = await apiOf('leibo.auditor');
  expect(await auditor.audit.verify({})).toMatchObject({ sound: true, breaks: [] });
  expect(server.bugs()).toEqual([]);
});
