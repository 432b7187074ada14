import { afterAll, beforeAll, expect, it } from 'vitest';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import type { Person } from './person.ts';
import { refusal } from './refusal.ts';
import { house, type TestHouse } from './support.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 1_440 * MINUTE;
const LEIBO = hospitalId('leibo');

let h: TestHouse;
let desk: Person;
let doctor: Person;
let specialist: Person;
beforeAll(async () => {
  h = await house();
  desk = await h.person('leibo.center');
  doctor = await h.person('leibo.doctor');
  specialist = await h.person('xiangshan.specialist');
});
afterAll(() => h.close());

const fromNow = (ms: number): string => new Date(h.clock.now().getTime() + ms).toISOString();
const named = async (name: string) => (await doctor.api.instruments.list({})).items.find((each) => each.name === name);
const add = (name: string) => desk.api.instruments.add({ hospitalId: LEIBO, kind: 'ecg', name });
/** The instrument shows a time that is so far ahead; read off with a phone that is itself ahead by `deviceAhead`. */
const check = (id: string, ahead: number, deviceAhead = 0) => {
  const now = h.clock.now().getTime();
  const [shown, at] = [ahead, deviceAhead].map((ms) => new Date(now + ms).toISOString()) as [string, string];
  return doctor.api.instruments.check({ id, shown, at, offsetMs: deviceAhead });
};
const stampFrom = async (instrumentId: string, printed: string, by = doctor) => {
  const id = crypto.randomUUID();
  await doctor.api.emergency.activate({ id, center: 'chestPain', hospitalId: LEIBO, at: fromNow(0) });
  const item = { id: crypto.randomUUID(), node: 'ECG1' as const, at: printed, instrumentId };
  const { timepoints } = await by.api.emergency.stamp({ id, items: [item] });
  return timepoints.find(({ node }) => node === 'ECG1')!;
};

it('is compared by whoever stands before it, due again the next day, and the phone’s own error stays out of it', async () => {
  const { id, last, dueToday } = await add('急诊心电图机 9');
  expect({ last, dueToday }).toEqual({ last: null, dueToday: true });
  const checked = await check(id, 130 * SECOND, 3 * MINUTE);
  expect(checked).toMatchObject({ last: { offsetMs: 130 * SECOND, by: { id: doctor.id } }, dueToday: false });
  h.clock.set(new Date(h.clock.now().getTime() + DAY));
  expect(await named('急诊心电图机 9')).toMatchObject({ dueToday: true, last: { offsetMs: 130 * SECOND } });
});

it('corrects what is read from its paper by the comparison nearest in time, whatever the phone says of itself', async () => {
  const { id } = await add('急诊心电图机 8');
  await check(id, 10 * MINUTE);
  h.clock.set(new Date(h.clock.now().getTime() + 3 * 60 * MINUTE));
  await check(id, -2 * MINUTE);
  const truth = fromNow(-5 * MINUTE);
  const point = await stampFrom(id, new Date(Date.parse(truth) - 2 * MINUTE).toISOString());
  expect(point).toMatchObject({ at: truth, source: 'device', offsetMs: -2 * MINUTE, instrument: '急诊心电图机 8', late: false });
});

it('never compared, it is still believed, uncorrected', async () => {
  const { id } = await add('移动心电图机');
  const printed = fromNow(-MINUTE);
  expect(await stampFrom(id, printed)).toMatchObject({ at: printed, offsetMs: 0, instrument: '移动心电图机' });
});

it('is of its own hospital: others neither see, compare nor retire it, and nobody stamps by it elsewhere', async () => {
  const { id } = await add('CT 2');
  expect((await specialist.api.instruments.list({})).items.map(({ name }) => name)).not.toContain('CT 2');
  const asked = { id, shown: fromNow(0), at: fromNow(0), offsetMs: 0 };
  expect(await refusal(specialist.api.instruments.check(asked))).toBe('notFound instrument');
  expect(await refusal(doctor.api.instruments.retire({ id }))).toMatch(/^forbidden/);
  const away = crypto.randomUUID();
  const jinchuan = await h.person('jinchuan.doctor');
  await jinchuan.api.emergency.activate({ id: away, center: 'chestPain', hospitalId: hospitalId('jinchuan'), at: fromNow(0) });
  const item = { id: crypto.randomUUID(), node: 'ECG1' as const, at: fromNow(0), instrumentId: id };
  expect(await refusal(jinchuan.api.emergency.stamp({ id: away, items: [item] }))).toBe('invalid timepoint.instrument');
});

it('a wrong date is refused with what to do; a name is used once; what is retired keeps its stamps', async () => {
  const { id } = await add('检验 POCT');
  expect(await refusal(check(id, 2 * DAY))).toBe('invalid instrument.date');
  expect(await refusal(add('检验 POCT'))).toBe('conflict instrument.named');
  const point = await stampFrom(id, fromNow(0));
  await desk.api.instruments.retire({ id });
  expect(await named('检验 POCT')).toBeUndefined();
  expect(await refusal(check(id, 0))).toBe('notFound instrument');
  expect(point.instrument).toBe('检验 POCT');
  await expect(h.db.$executeRaw`UPDATE clock_check SET offset_ms = 0`).rejects.toThrow(/append only/);
});
