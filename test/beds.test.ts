import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentId } from '../prisma/seed/departments.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { extendHold, freeBeds, holdBed, holdOf, releaseHold, useBed } from '../server/beds/index.ts';
import { type Actor, CLOCK } from '../server/edge/actor.ts';
import type { Ctx } from '../server/edge/ctx.ts';
import { ICU as JINJIANG_ICU, journey } from './journey.ts';
import { atOnce, outcomes } from './overlap.ts';
import type { Person } from './person.ts';
import { house, type TestHouse } from './support.ts';

const HOUR = 3_600_000;
const XIANGSHAN = hospitalId('xiangshan');
const ICU = departmentId('xiangshan', '28');
const HEART = departmentId('xiangshan', '03.04');

let h: TestHouse;
let desk: Person;
let specialist: Person;
let stranger: Person;
beforeAll(async () => {
  h = await house();
  desk = await h.person('xiangshan.center');
  specialist = await h.person('xiangshan.specialist');
  stranger = await h.person('leibo.center');
});
afterAll(() => h.close());

const later = (hours: number): Date => new Date(h.clock.now().getTime() + hours * HOUR);
const put = (label: string, state: 'free' | 'occupied' | 'cleaning' | 'closed', freeAt?: Date) =>
  desk.api.beds.put({ departmentId: ICU, beds: [{ label, state, ...(freeAt && { freeAt: freeAt.toISOString() }) }] });
const ward = async (person: Person, department = ICU) =>
  (await person.api.beds.list()).wards.find(({ department: { id } }) => id === department)!;
const bedOf = async (label: string) => (await ward(desk)).beds.find((bed) => bed.label === label)!;

let numbers = 0;
/** A referral accepted by cardiology of 象山. */
const referral = async (): Promise<string> => {
  const patient = await h.db.patient.create({
    data: { known: false, identity: { create: {} }, sex: 'unknown', hospitalId: hospitalId('leibo') },
  });
  const row = await h.db.referral.create({
    data: {
      referralNo: `ZZ${String(++numbers).padStart(16, '0')}`,
      direction: 'up',
      lane: 'elective',
      urgency: 'urgent',
      status: 'accepted',
      patientId: patient.id,
      fromHospitalId: hospitalId('leibo'),
      fromDepartmentId: departmentId('leibo', '20'),
      referrerId: desk.id,
      toHospitalId: XIANGSHAN,
      toDepartmentId: HEART,
      ownerHospitalId: XIANGSHAN,
      reasons: [],
      sheetCipher: Buffer.alloc(1),
      createdAt: h.clock.now(),
    },
  });
  return row.id;
};

const told: string[] = [];
/** Runs the deed as a handler of a higher room would: in a transaction of its own. */
const within = <T>(
  deed: (ctx: Ctx) => Promise<T>,
  actor: Actor | { kind: 'person'; id: string } = { kind: 'person', id: desk.id },
) =>
  h.db.$transaction((db) => deed({ db, actor, now: h.clock.now(), tell: (to: string) => void told.push(to) } as unknown as Ctx));
const hold = (bedId: string, referralId: string, until = later(2)) =>
  within((ctx) => holdBed(ctx, { hospitalId: XIANGSHAN, bedId, referralId, until }));

describe('the book of beds', () => {
  it('adds, changes and counts beds by label, and leaves those not named', async () => {
    const before = await ward(desk);
    await put('T-2', 'free');
    const now = await desk.api.beds.put({
      departmentId: ICU,
      beds: [
        { label: 'T-10', state: 'closed' },
        { label: 'T-2', state: 'cleaning' },
        { label: 'T-2', state: 'occupied', freeAt: later(3).toISOString() },
      ],
    });
    expect(now.beds.slice(-2)).toMatchObject([
      { label: 'T-2', state: 'occupied', freeAt: expect.any(String), heldUntil: null },
      { label: 'T-10', state: 'closed', freeAt: null },
    ]);
    expect({ free: now.free, total: now.total, beds: now.beds.length }).toEqual({
      free: before.free,
      total: before.total + 1,
      beds: before.beds.length + 2,
    });
    expect(Date.parse(now.updatedAt!)).toBeGreaterThan(Date.parse(before.updatedAt!));
    await put('T-2', 'free');
    expect(await bedOf('T-2')).toMatchObject({ state: 'free', freeAt: null });
  });

  it('takes what two say at once, one after the other', async () => {
    const labels = Array.from({ length: 40 }, (_, n) => `W-${n}`);
    const say = (state: 'free' | 'closed', order: string[]) =>
      desk.api.beds.put({ departmentId: ICU, beds: order.map((label) => ({ label, state })) });
    await Promise.all([say('free', labels), say('closed', labels.toReversed()), say('free', labels.toReversed())]);
    const states = (await ward(desk)).beds.filter(({ label }) => label.startsWith('W-')).map(({ state }) => state);
    expect(states).toHaveLength(40);
    expect(new Set(states).size).toBe(1);
  });

  it('is read by its own clinicians, and changed by its own desk only', async () => {
    await put('T-3', 'free');
    expect((await ward(specialist)).beds.map(({ label }) => label)).toContain('T-3');
    expect((await stranger.api.beds.list()).wards.map(({ department: { id } }) => id)).not.toContain(ICU);
    const { id } = await bedOf('T-3');
    const beds = [{ label: 'T-3', state: 'closed' as const }];
    await expect(stranger.api.beds.list({ hospitalId: XIANGSHAN })).rejects.toMatchObject({ code: 'notFound' });
    await expect(stranger.api.beds.put({ departmentId: ICU, beds })).rejects.toMatchObject({ code: 'notFound' });
    await expect(stranger.api.beds.remove({ id })).rejects.toMatchObject({ code: 'notFound', reason: 'bed' });
    await expect(specialist.api.beds.put({ departmentId: ICU, beds })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await bedOf('T-3')).state).toBe('free');
  });

  it('lets a bed go that was never kept for anyone', async () => {
    await put('T-4', 'free');
    const { id } = await bedOf('T-4');
    await desk.api.beds.remove({ id });
    expect(await bedOf('T-4')).toBeUndefined();
    await expect(desk.api.beds.remove({ id })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a bed kept for a referral', () => {
  it('is had by one of two who want it at once', async () => {
    await put('L-1', 'free');
    const { id } = await bedOf('L-1');
    const [one, other] = [await referral(), await referral()];
    const replies = await atOnce(h, { table: 'bed', id }, [() => hold(id, one), () => hold(id, other)]);
    expect(outcomes(replies)).toEqual(['bed.held', 'ok']);
    expect(await h.db.bedHold.count({ where: { bedId: id, status: 'held' } })).toBe(1);
  });

  it('goes to one of two referrals arranged at once, and the other one is told to choose again', async () => {
    const j = await journey(h);
    const [one, other] = [await j.accepted(), await j.accepted()];
    const bed = await h.db.bed.findFirstOrThrow({ where: { departmentId: JINJIANG_ICU, state: 'free' } });
    const arrange =
      (person: Person, { id }: { id: string }) =>
      () =>
        person.api.referrals.arrange({ id, bedId: bed.id, expectedAt: j.later(5) });
    const replies = await atOnce(h, { table: 'bed', id: bed.id }, [arrange(j.desk, one), arrange(j.receiver, other)]);
    expect(outcomes(replies)).toEqual(['bed.held', 'ok']);
    const stands = await Promise.all([one, other].map(async ({ id }) => (await j.desk.api.referrals.read({ id })).status));
    expect(stands.sort()).toEqual(['accepted', 'arranged']);
  });

  it('keeps its hold whatever is said of the bed, is not free, and cannot be removed', async () => {
    await put('L-2', 'free');
    const { id } = await bedOf('L-2');
    const one = await referral();
    const before = await ward(desk);
    await hold(id, one);
    const kept = await put('L-2', 'cleaning');
    expect(kept.beds.find((bed) => bed.id === id)).toMatchObject({ state: 'cleaning', heldFor: { id: one } });
    const free = await put('L-2', 'free');
    expect([free.free, free.held]).toEqual([before.free - 1, before.held + 1]);
    expect((await freeBeds(h.db, [ICU])).get(ICU)).toMatchObject({ free: free.free });
    await expect(desk.api.beds.remove({ id })).rejects.toMatchObject({ code: 'conflict', reason: 'bed.held' });
    await within((ctx) => releaseHold(ctx, one));
    await expect(desk.api.beds.remove({ id })).rejects.toMatchObject({ code: 'conflict', reason: 'bed.onRecord' });
    expect((await ward(desk)).free).toBe(before.free);
  });

  it('names the referral to the desk and to its own department, to nobody else', async () => {
    await put('L-3', 'free');
    const { id } = await bedOf('L-3');
    const one = await referral();
    await hold(id, one);
    const seen = async (person: Person) => (await ward(person)).beds.find((bed) => bed.id === id);
    expect((await seen(desk))?.heldFor?.id).toBe(one);
    expect((await seen(specialist))?.heldFor?.id).toBe(one);
    await h.db.referral.update({ where: { id: one }, data: { toDepartmentId: ICU } });
    expect(await seen(specialist)).toMatchObject({ heldFor: null, heldUntil: expect.any(String) });
  });

  it('is given back when the referral takes another one', async () => {
    await put('L-4', 'free');
    await put('L-5', 'free');
    const [first, second] = [await bedOf('L-4'), await bedOf('L-5')];
    const one = await referral();
    await hold(first.id, one);
    await hold(second.id, one);
    expect(await bedOf('L-4')).toMatchObject({ heldUntil: null });
    expect(await holdOf(h.db, one)).toMatchObject({ bed: { label: 'L-5' }, department: '重症医学科', status: 'held' });
    const again = await hold(second.id, one, later(9));
    expect(again.until).toEqual((await holdOf(h.db, one))!.until);
    expect(await h.db.bedHold.count({ where: { referralId: one } })).toBe(2);
  });

  it.each([
    ['free', null, 'ok'],
    ['cleaning', null, 'ok'],
    ['closed', null, 'bed.closed'],
    ['occupied', null, 'bed.occupied'],
    ['occupied', 3, 'bed.occupied'],
    ['occupied', 1, 'ok'],
  ] as const)('of one that is %s (free in %s h) ends in %s', async (state, hours, expected) => {
    await put('L-6', state, hours === null ? undefined : later(hours));
    const { id } = await bedOf('L-6');
    const one = await referral();
    expect(outcomes(await Promise.allSettled([hold(id, one)]))).toEqual([expected]);
    await within((ctx) => releaseHold(ctx, one));
  });

  it('is of the hospital that accepted', async () => {
    await put('L-7', 'free');
    const { id } = await bedOf('L-7');
    const wanted = { hospitalId: hospitalId('leibo'), bedId: id, referralId: await referral(), until: later(2) };
    await expect(within((ctx) => holdBed(ctx, wanted))).rejects.toMatchObject({ code: 'notFound', reason: 'bed' });
  });

  it('ends once: used, the patient lies in it; released by the clock, it is free again', async () => {
    await put('L-8', 'free');
    const { id } = await bedOf('L-8');
    const [one, other] = [await referral(), await referral()];
    await hold(id, one);
    const until = later(5);
    expect((await within((ctx) => extendHold(ctx, { referralId: one, until })))?.until).toEqual(until);
    expect((await within((ctx) => releaseHold(ctx, one), CLOCK))?.status).toBe('released');
    await hold(id, other);
    told.length = 0;
    const used = await Promise.all([1, 2].map(() => within((ctx) => useBed(ctx, other))));
    expect(used.filter((each) => each !== null)).toHaveLength(1);
    expect(told).toEqual([`desk:${XIANGSHAN}`, `department:${ICU}`]);
    expect(await bedOf('L-8')).toMatchObject({ state: 'occupied', heldUntil: null });
    expect(await within((ctx) => releaseHold(ctx, other))).toBeNull();
    expect(await within((ctx) => extendHold(ctx, { referralId: other, until }))).toBeNull();
    expect(await holdOf(h.db, other)).toMatchObject({ status: 'used' });
    expect(await holdOf(h.db, await referral())).toBeNull();
  });

  it('tells the desk and the department, with the hospital and nothing else', async () => {
    const line = await specialist.live();
    const heard: unknown[] = [];
    line.on('beds.changed', (change) => void heard.push(change));
    const reply = new Promise((done) => line.once('beds.changed', done));
    await desk.api.beds.put({ departmentId: HEART, beds: [{ label: 'H-1', state: 'free' }] });
    await reply;
    expect(heard).toEqual([{ hospitalId: XIANGSHAN }]);
  });
});
