import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Emergency } from '../contract/emergency.ts';
import type { Center, NodeCode } from '../contract/emergencyNodes.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import type { Person } from './person.ts';
import { refusal } from './refusal.ts';
import { house, type TestHouse } from './support.ts';

const MINUTE = 60_000;

let h: TestHouse;
let doctor: Person;
let desk: Person;
let first: Person;
let begun = 0;
beforeAll(async () => {
  h = await house();
  doctor = await h.person('leibo.doctor');
  desk = await h.person('leibo.center');
  first = await h.person('xiangshan.specialist');
});
beforeEach(async () => {
  const now = h.clock.now();
  begun = now.getTime();
  await h.db.deadline.updateMany({ where: { settledAt: null }, data: { settledAt: now } });
  await h.db.page.updateMany({ where: { status: 'ringing' }, data: { status: 'stopped', settledAt: now } });
  await h.db.emergencyCase.updateMany({ where: { status: 'active' }, data: { status: 'closed', endedAt: now } });
});
afterAll(() => h.close());

/** Minutes from when the test began. */
const later = (minutes: number): string => new Date(begun + minutes * MINUTE).toISOString();
interface Call {
  id?: string;
  center?: Center;
  at?: string;
  offsetMs?: number;
  etaAt?: string;
  arrivalMode?: 'ambulance' | 'walkIn';
}
const call = (more: Call = {}): Promise<Emergency> =>
  doctor.api.emergency.activate({
    id: crypto.randomUUID(),
    center: 'chestPain',
    hospitalId: hospitalId('leibo'),
    at: later(0),
    arrivalMode: 'ambulance',
    etaAt: later(20),
    ...more,
  });
const stamp = (id: string, node: NodeCode, more: object = {}): Promise<Emergency> =>
  doctor.api.emergency.stamp({ id, items: [{ id: crypto.randomUUID(), node, at: later(0), ...more }] });
const shownNodes = ({ timepoints, shown }: Emergency) =>
  timepoints.flatMap(({ id, node, source }) => (shown.includes(id) ? [`${node} ${source}`] : []));
const SOMEWHERE = { latitude: 28.2627, longitude: 103.5711 };

it('is on the road for the whole team: in the case, in the list and in the ring', async () => {
  const { id, road } = await call();
  const expected = { etaAt: later(20), position: null };
  expect(road).toEqual(expected);
  expect((await first.api.emergency.read({ id })).road).toEqual(expected);
  expect((await first.api.emergency.list({})).items.find((row) => row.id === id)?.road).toEqual(expected);
  expect((await first.api.emergency.ringing({})).items.find((ring) => ring.emergencyId === id)?.road).toEqual(expected);
});

it('a call without an ambulance is what it was, and no other way of coming is expected', async () => {
  const plain = { id: crypto.randomUUID(), center: 'trauma', hospitalId: hospitalId('leibo'), at: later(0) } as const;
  const case_ = await doctor.api.emergency.activate(plain);
  expect(case_.road).toBeNull();
  expect(shownNodes(case_)).toEqual(['ALERT platform']);
  expect(await refusal(doctor.api.emergency.eta({ id: case_.id, etaAt: later(5) }))).toBe('conflict ambulance.notNow');
  expect(await refusal(call({ arrivalMode: 'walkIn' }))).toBe('invalid ambulance.mode');
});

it('warns the center where it has a node for it', async () => {
  expect(shownNodes(await call({ center: 'trauma' })).sort()).toEqual(['ALERT platform', 'PREALERT platform']);
  expect(shownNodes(await call())).toEqual([]);
});

it('counts from when it was pressed, whatever the clock of the device and however late it is sent', async () => {
  const offsetMs = 7 * MINUTE;
  const sent = { at: later(-30 + 7), etaAt: later(-10 + 7), offsetMs };
  expect((await call(sent)).road?.etaAt).toBe(later(-10));
  expect(await refusal(call({ etaAt: later(0) }))).toBe('invalid ambulance.eta');
  expect(await refusal(call({ etaAt: later(25 * 60) }))).toBe('invalid ambulance.eta');
});

it('a new arrival is told by the county’s side, its desk too, and lies ahead', async () => {
  const { id } = await call();
  const now = await doctor.api.emergency.eta({ id, etaAt: later(35) });
  expect(now.road?.etaAt).toBe(later(35));
  expect(now.steps.at(-1)).toMatchObject({ verb: 'eta', person: { id: doctor.id } });
  await desk.api.emergency.eta({ id, etaAt: later(40) });
  expect(await refusal(doctor.api.emergency.eta({ id, etaAt: later(-1) }))).toBe('invalid ambulance.eta');
  expect(await refusal(first.api.emergency.eta({ id, etaAt: later(30) }))).toBe('forbidden ambulance.notYours');
  const stranger = await h.person('meigu.doctor');
  expect(await refusal(stranger.api.emergency.eta({ id, etaAt: later(30) }))).toBe('notFound emergency');
  expect(await refusal(stranger.api.emergency.position({ id, ...SOMEWHERE }))).toBe('notFound emergency');
});

it('past its time it is still on the road, until somebody says otherwise', async () => {
  const { id, road } = await call();
  await h.elapse(25 * MINUTE);
  expect((await first.api.emergency.read({ id })).road).toEqual(road);
  expect((await doctor.api.emergency.eta({ id, etaAt: later(35) })).road?.etaAt).toBe(later(35));
});

it('the place is the last one told, by the county’s side only, and gone at the door', async () => {
  const { id } = await call();
  await doctor.api.emergency.position({ id, ...SOMEWHERE });
  const moved = { latitude: 28.3, longitude: 103.6 };
  const { steps } = await doctor.api.emergency.position({ id, ...moved });
  expect(steps.map(({ verb }) => verb)).toEqual(['activate']);
  expect((await first.api.emergency.read({ id })).road?.position).toEqual({ ...moved, at: expect.any(String) });
  expect(await refusal(first.api.emergency.position({ id, ...moved }))).toBe('forbidden ambulance.notYours');
  expect((await stamp(id, 'DOOR')).road).toBeNull();
  expect(await refusal(doctor.api.emergency.position({ id, ...moved }))).toBe('conflict ambulance.notNow');
});

it.each([
  ['chestPain', 'DOOR'],
  ['maternal', 'ARRIVE'],
  ['newborn', 'NICU_IN'],
] as const)('the road of %s ends with %s, and goes on when that is taken back', async (center, node) => {
  const { id } = await call({ center });
  const made = crypto.randomUUID();
  expect((await stamp(id, node, { id: made })).road).toBeNull();
  expect((await stamp(id, node, { at: null, supersedes: made, reason: '按错' })).road).not.toBeNull();
});

it('ends when the call is stood down', async () => {
  const { id } = await call();
  expect((await doctor.api.emergency.standDown({ id })).road).toBeNull();
  expect(await refusal(doctor.api.emergency.eta({ id, etaAt: later(10) }))).toBe('conflict ambulance.notNow');
});
