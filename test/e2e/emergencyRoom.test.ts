import { expect, test } from 'vitest';
import { hospitalId } from '../../prisma/seed/hospitals.ts';
import { desk, phone } from './browser.ts';
import { enterRoom, shotBoth, type Walker } from './journey.ts';
import { expectToSeeAndHear } from './media.ts';
import { openStage } from './stage.ts';

const { arrive, apiOf, expectNoFaults } = openStage();

const toRoom = async (of: Walker, id: string): Promise<void> => {
  await of.page.goto(`/emergencies/${id}`);
  await of.page.getByRole('link', { name: of.say('emergencyCase', 'room.enter') }).click();
  await enterRoom(of);
};
/** The one button of the room's panel, once it is for another node than before. */
const record = async ({ page }: Walker): Promise<void> => {
  await page.locator('.ec-stamp:enabled').click();
  await page.locator('.ec-stamp:disabled').waitFor();
};

test('called, rung, seen and heard: nodes and monitor beside the picture, then the quality page', async () => {
  const api = await apiOf('leibo.doctor');
  const doctor = await arrive({ account: 'leibo.doctor', language: 'zh-CN', options: phone });
  const specialist = await arrive({ account: 'xiangshan.specialist', language: 'en', options: desk });
  const { id } = await api.emergency.activate({
    id: crypto.randomUUID(),
    center: 'chestPain',
    hospitalId: hospitalId('leibo'),
    at: new Date().toISOString(),
    bed: '抢救2',
    flags: ['stemi'],
  });
  await specialist.page.getByRole('button', { name: specialist.say('paging', 'emergency.come'), exact: true }).click();
  await specialist.page.waitForURL(`**/emergencies/${id}`);
  await Promise.all([toRoom(doctor, id), toRoom(specialist, id)]);
  await Promise.all([expectToSeeAndHear(doctor.page), expectToSeeAndHear(specialist.page)]);

  const monitor = specialist.page.locator('.ec-vitals');
  const measured = (reading: object) => api.vitals.send({ id, items: [{ at: new Date().toISOString(), ...reading }] });
  await measured({ pulse: 104, systolic: 92, diastolic: 60 });
  await monitor.getByText('92/60').waitFor();
  await measured({ pulse: 96, spo2: 91, oxygen: 'cannula' });
  await monitor.getByText('96').waitFor();
  // The cuff measures seldom: its last number stays beside those of every second.
  await monitor.getByText('92/60').waitFor();
  await record(doctor);
  await expect.poll(async () => (await api.emergency.read({ id })).timepoints.length, { timeout: 15_000 }).toBe(1);
  await shotBoth(doctor, 'emergency-room');
  await shotBoth(specialist, 'emergency-room');

  await api.emergency.close({ id, outcome: 'transferred' });
  await doctor.page.getByText(doctor.say('calls', 'ended.revoked')).waitFor();
  const center = await arrive({ account: 'leibo.center', language: 'zh-CN', options: desk });
  await center.page.goto(`/emergencies/${id}`);
  await center.page.getByRole('button', { name: center.say('emergencyCase', 'verb.review') }).waitFor();
  await shotBoth(center, 'emergency-closed');
  expectNoFaults();
});
