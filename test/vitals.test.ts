import { afterAll, beforeAll, expect, it } from 'vitest';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import type { Person } from './person.ts';
import { refusal } from './refusal.ts';
import { house, type TestHouse } from './support.ts';

const MINUTE = 60_000;

let h: TestHouse;
let doctor: Person;
let first: Person;
beforeAll(async () => {
  h = await house();
  doctor = await h.person('leibo.doctor');
  first = await h.person('xiangshan.specialist');
});
afterAll(() => h.close());

const call = () =>
  doctor.api.emergency.activate({
    id: crypto.randomUUID(),
    center: 'chestPain',
    hospitalId: hospitalId('leibo'),
    at: h.clock.now().toISOString(),
  });
const reading = (agoMs: number) => ({
  at: new Date(h.clock.now().getTime() - agoMs).toISOString(),
  pulse: 96,
  spo2: 91,
  oxygen: 'cannula' as const,
});

it('is heard by both sides within a second, kept once, and silent after the end', async () => {
  const { id } = await call();
  const line = await first.live();
  const heard = new Promise<{ id: string }>((done) => line.once('vitals.came', done));
  const now = reading(0);
  const begun = performance.now();
  await doctor.api.vitals.send({ id, items: [reading(2_000), now] });
  expect(await heard).toMatchObject({ id, reading: { pulse: 96 } });
  expect(performance.now() - begun).toBeLessThan(1_000);
  await doctor.api.vitals.send({ id, items: [now] });
  expect((await first.api.vitals.recent({ id })).items).toHaveLength(2);
  await doctor.api.emergency.close({ id, outcome: 'admitted' });
  expect(await refusal(doctor.api.vitals.send({ id, items: [reading(0)] }))).toBe('conflict vitals.over');
});

it('may write its time in its own zone', async () => {
  const { id } = await call();
  const line = await first.live();
  const heard = new Promise((done) => line.once('vitals.came', done));
  const [before, now] = [reading(2_000), reading(0)];
  const inChengdu = new Date(Date.parse(before.at) + 8 * 60 * MINUTE).toISOString().replace('Z', '+08:00');
  await doctor.api.vitals.send({ id, items: [now, { ...before, pulse: 110, at: inChengdu }] });
  expect(await heard).toMatchObject({ reading: { at: now.at, pulse: 96 } });
  expect((await first.api.vitals.recent({ id })).items.map(({ pulse }) => pulse)).toEqual([110, 96]);
});

it('says how the oxygen is given, and what time it is', async () => {
  const { id } = await call();
  const { oxygen: _, ...bare } = reading(0);
  expect(await refusal(doctor.api.vitals.send({ id, items: [bare] }))).toMatch(/^invalid/);
  expect(await refusal(doctor.api.vitals.send({ id, items: [reading(-5 * MINUTE)] }))).toBe('invalid vitals.at');
});
