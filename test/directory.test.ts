import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activeAgreement } from '../server/directory/agreements.ts';
import { dutyAt, onDuty } from '../server/directory/roster.ts';
import { covers, overlap, shanghaiDay, type Weekly } from '../server/directory/week.ts';
import { TUESDAY_TEN } from './clock.ts';
import { house, type TestHouse } from './support.ts';

const slotShape = {
  weekday: fc.integer({ min: 1, max: 7 }),
  fromMinute: fc.integer({ min: 0, max: 1439 }),
  toMinute: fc.integer({ min: 0, max: 1440 }),
};
const slot = fc.record(slotShape);
const instant = fc.date({ min: new Date('1999-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

/** The wall clock in Shanghai by the runtime's own time zone data: an oracle that shares nothing with the code. */
const WALL = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const wall = (at: Date) => {
  const part = Object.fromEntries(WALL.formatToParts(at).map(({ type, value }) => [type, value]));
  return { weekday: DAYS.indexOf(part['weekday']!) + 1, minute: Number(part['hour']) * 60 + Number(part['minute']) };
};

/** Said the long way round: today's part of the slot, or the part that yesterday's ran into today. */
const coversByHand = ({ weekday, fromMinute, toMinute }: Weekly, at: Date): boolean => {
  const { weekday: today, minute } = wall(at);
  const yesterday = today === 1 ? 7 : today - 1;
  const overnight = toMinute <= fromMinute;
  if (weekday === today && minute >= fromMinute && (overnight || minute < toMinute)) return true;
  return overnight && weekday === yesterday && minute < toMinute;
};

describe('the roster', () => {
  it('names who is on duty by the wall clock in Shanghai, over midnight and over the end of the week', () => {
    fc.assert(
      fc.property(slot, instant, (duty, at) => covers(duty, at) === coversByHand(duty, at)),
      { numRuns: 2_000 },
    );
  });

  it('finds two slots overlapping exactly when some minute of the week is in both', () => {
    const minutes = Array.from({ length: 7 * 96 }, (_, quarter) => new Date(TUESDAY_TEN.getTime() + quarter * 900_000));
    const quarter = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      fromMinute: fc.integer({ min: 0, max: 95 }).map((n) => n * 15),
      toMinute: fc.integer({ min: 0, max: 96 }).map((n) => n * 15),
    });
    const shared = (a: Weekly, b: Weekly) => minutes.some((at) => covers(a, at) && covers(b, at));
    fc.assert(
      fc.property(quarter, quarter, (a, b) => overlap(a, b) === shared(a, b)),
      { numRuns: 300 },
    );
  });

  it('puts the first line first and names nobody twice', () => {
    const named = fc.record({ ...slotShape, personId: fc.constantFrom('a', 'b', 'c'), line: fc.constantFrom(1, 2) });
    fc.assert(
      fc.property(fc.array(named), instant, (slots, at) => {
        const duty = dutyAt(slots, at);
        expect(new Set(duty.map(({ personId }) => personId)).size).toBe(duty.length);
        expect(duty.map(({ line }) => line)).toEqual(duty.map(({ line }) => line).sort());
        expect(new Set(duty.map(({ personId }) => personId))).toEqual(
          new Set(slots.filter((each) => coversByHand(each, at)).map(({ personId }) => personId)),
        );
      }),
    );
  });

  it('takes the calendar day of Shanghai, not of Greenwich', () => {
    expect(shanghaiDay(new Date('2026-11-23T15:59:59Z')).toISOString()).toBe('2026-11-23T00:00:00.000Z');
    expect(shanghaiDay(new Date('2026-11-23T16:00:00Z')).toISOString()).toBe('2026-11-24T00:00:00.000Z');
  });
});

describe('a hospital', () => {
  let h: TestHouse;
  beforeAll(async () => {
    h = await house();
  });
  afterAll(() => h.close());

  const hospitalId = async (shortName: string) => (await h.db.hospital.findFirstOrThrow({ where: { shortName } })).id;
  const cardiology = async () =>
    h.db.department.findFirstOrThrow({ where: { code: '03.04', hospital: { shortName: '象山港湾' } } });

  it('shows a county doctor its partners, the invited departments and who is on duty there', async () => {
    const doctor = await h.person('leibo.doctor');
    const { items } = await doctor.api.directory.partners();
    expect(items.map(({ hospital }) => hospital.shortName).sort()).toEqual(['西溪妇儿', '象山港湾', '锦江综合'].sort());
    const xiangshan = items.find(({ hospital }) => hospital.shortName === '象山港湾')!;
    const heart = xiangshan.departments.find(({ code }) => code === '03.04')!;
    expect(heart.onDuty.map(({ line }) => line)).toEqual([1, 2]);
    expect(heart.onDuty[0]!.presence).toBe('offline');
    expect(xiangshan.hospital.centerPhone).toMatch(/^0574-/);
  });

  it('leaves out an agreement that has run out, and a department that it does not open', async () => {
    const [meigu, xixi, xiangshan, leibo] = await Promise.all(['美姑', '西溪妇儿', '象山港湾', '雷波'].map(hospitalId));
    const ask = (fromHospitalId: string, toHospitalId: string, code: string) =>
      activeAgreement(h.db, { fromHospitalId, toHospitalId, code, at: h.clock.now() });
    expect(await ask(meigu!, xixi!, '05.02')).toBeNull();
    expect(await ask(leibo!, xiangshan!, '03.04')).not.toBeNull();
    expect(await ask(leibo!, xiangshan!, '99')).toBeNull();
    expect(await ask(xiangshan!, leibo!, '20')).toBeNull();
  });

  it('shows presence: a line opened, an operation, a call', async () => {
    const [doctor, specialist] = [await h.person('leibo.doctor'), await h.person('xiangshan.specialist')];
    const { id: departmentId } = await cardiology();
    const seen = async () => {
      const { items } = await doctor.api.directory.partners();
      const department = items.flatMap(({ departments }) => departments).find(({ id }) => id === departmentId)!;
      return department.onDuty.find(({ id }) => id === specialist.id)?.presence;
    };
    await specialist.live();
    expect(await seen()).toBe('online');
    await specialist.api.auth.updateMe({ availability: 'operating' });
    expect(await seen()).toBe('operating');
    await specialist.api.auth.updateMe({ availability: 'free' });
    const { hospitalId } = await cardiology();
    const seat = {
      kind: 'consult',
      subjectId: crypto.randomUUID(),
      personId: specialist.id,
      hospitalId,
      role: 'consultant' as const,
    };
    const { id } = await h.db.seat.create({ data: { ...seat, device: 'test', waiting: false, enteredAt: h.clock.now() } });
    expect(await seen()).toBe('inCall');
    await h.db.seat.update({ where: { id }, data: { leftAt: h.clock.now() } });
    expect(await seen()).toBe('online');
    await specialist.api.auth.updateMe({ availability: 'away' });
    expect(await seen()).toBe('offline');
    await specialist.api.auth.updateMe({ availability: 'free' });
  });

  it('lets its coordinator change the roster, and refuses two duties at once', async () => {
    const [center, specialist] = [await h.person('xiangshan.center'), await h.person('xiangshan.specialist')];
    const { id: departmentId } = await cardiology();
    const night = { personId: specialist.id, departmentId, line: 1 as const, weekday: 2, fromMinute: 1200, toMinute: 480 };
    await expect(center.api.directory.addDuty(night)).rejects.toMatchObject({ code: 'conflict', reason: 'duty.overlaps' });

    const { slots } = await center.api.directory.roster();
    for (const { id } of slots.filter(({ person }) => person.id === specialist.id)) await center.api.directory.removeDuty({ id });
    expect((await onDuty(h.db, { departmentId, at: TUESDAY_TEN })).map(({ line }) => line)).toEqual([2]);

    const added = await Promise.allSettled([1, 2, 3].map(() => center.api.directory.addDuty(night)));
    expect(added.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const at = new Date('2026-11-24T23:00:00Z');
    expect((await onDuty(h.db, { departmentId, at }))[0]).toEqual({ personId: specialist.id, line: 1 });
  });

  it('refuses another hospital, a stranger to the department, and a beginning at midnight’s end', async () => {
    const [center, leibo] = [await h.person('xiangshan.center'), await h.person('leibo.center')];
    const [stranger, { id: departmentId }] = [await h.person('leibo.doctor'), await cardiology()];
    const duty = { personId: stranger.id, departmentId, line: 1 as const, weekday: 1, fromMinute: 0, toMinute: 60 };
    await expect(leibo.api.directory.addDuty(duty)).rejects.toMatchObject({ code: 'notFound', reason: 'department' });
    await expect(center.api.directory.addDuty(duty)).rejects.toMatchObject({ reason: 'duty.notOfDepartment' });
    await expect(center.api.directory.addDuty({ ...duty, fromMinute: 1440 })).rejects.toMatchObject({ reason: 'duty.from' });
    await expect(leibo.api.directory.roster({ hospitalId: await hospitalId('象山港湾') })).rejects.toMatchObject({
      code: 'notFound',
    });
    const slot = await h.db.dutySlot.findFirstOrThrow({ where: { departmentId } });
    await expect(leibo.api.directory.removeDuty({ id: slot.id })).rejects.toMatchObject({ code: 'notFound', reason: 'duty' });
    expect(await h.db.dutySlot.count({ where: { id: slot.id } })).toBe(1);
  });

  it('drops a person who has left the department from its duty', async () => {
    const { id: departmentId } = await cardiology();
    const second = await h.person('xiangshan.specialist2');
    await h.db.membership.updateMany({ where: { personId: second.id }, data: { departmentId: null } });
    expect((await onDuty(h.db, { departmentId, at: TUESDAY_TEN })).map(({ personId }) => personId)).not.toContain(second.id);
    await h.db.membership.updateMany({ where: { personId: second.id }, data: { departmentId } });
  });

  it('names hospitals for filters: its own and its partners, all for an overseer', async () => {
    const [admin, overseer] = [await h.person('leibo.admin'), await h.person('zhou.admin')];
    const names = (await admin.api.directory.hospitals()).items.map(({ shortName }) => shortName);
    expect(names.sort()).toEqual(['雷波', '西溪妇儿', '象山港湾', '锦江综合'].sort());
    expect((await overseer.api.directory.hospitals()).items.length).toBe(
      await h.db.hospital.count({ where: { kind: { not: 'overseer' } } }),
    );
  });
});
