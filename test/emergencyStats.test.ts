import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CenterStats } from '../contract/emergencyStats.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { medianOf, p90Of } from '../server/emergency/quality/tally.ts';
import { readCsv } from './csv.ts';
import type { Person } from './person.ts';
import { refusal } from './refusal.ts';
import { house, type TestHouse } from './support.ts';

const MINUTE = 60_000;
const LEIBO = hospitalId('leibo');
const OCTOBER = { from: '2026-10', to: '2026-10', center: 'stroke' } as const;

let h: TestHouse;
let doctor: Person;
let admin: Person;
beforeAll(async () => {
  h = await house({ now: new Date('2026-10-12T02:00:00.000Z') });
  doctor = await h.person('leibo.doctor');
  admin = await h.person('leibo.admin');
});
afterAll(() => h.close());

/** A stroke with lysis so many minutes after the door; null: nobody wrote the bolus down. */
const stroke = async (minutes: number | null, by: Person = doctor, hospital = LEIBO): Promise<string> => {
  const id = crypto.randomUUID();
  const door = h.clock.now();
  await by.api.emergency.activate({ id, center: 'stroke', hospitalId: hospital, at: door.toISOString(), flags: ['ivt'] });
  h.clock.advance((minutes ?? 0) * MINUTE + 1_000);
  const at = (after: number) => new Date(door.getTime() + after * MINUTE).toISOString();
  const bolus = minutes === null ? [] : [{ id: crypto.randomUUID(), node: 'BOLUS' as const, at: at(minutes) }];
  await by.api.emergency.stamp({ id, items: [{ id: crypto.randomUUID(), node: 'DOOR', at: at(0) }, ...bolus] });
  await by.api.emergency.close({ id, outcome: 'admitted' });
  return id;
};
const dnt = ({ metrics }: CenterStats) => metrics.find(({ code }) => code === 'DNT')!;
const ask = (person: Person, more: object = {}) => person.api.emergencyStats.figures({ ...OCTOBER, ...more });

describe('figures of a center', () => {
  it('say how often and how long, missing beside met, by month; what was stood down counts nowhere', async () => {
    for (const minutes of [40, 50, 60, 61, null]) await stroke(minutes);
    const alarm = crypto.randomUUID();
    await doctor.api.emergency.activate({ id: alarm, center: 'stroke', hospitalId: LEIBO, at: h.clock.now().toISOString() });
    await doctor.api.emergency.standDown({ id: alarm });
    const stats = await ask(admin);
    expect(stats.cases).toBe(5);
    expect(dnt(stats)).toMatchObject({
      met: 3,
      unmet: 1,
      missing: 1,
      invalid: 0,
      eligible: 5,
      target: 3_600,
      median: 3_300,
      p90: 3_660,
    });
    expect(dnt(stats).months).toMatchObject([{ month: '2026-10', met: 3, eligible: 5 }]);
    expect(stats.gaps.find(({ node }) => node === 'BOLUS')).toEqual({ node: 'BOLUS', n: 1 });
    expect(stats.recorded).toBeLessThan(stats.required!);
  });

  it('each opens its list, which is what the file holds', async () => {
    const { items, total } = await admin.api.emergencyStats.cases({ ...OCTOBER, metric: 'DNT', state: 'unmet' });
    expect(total).toBe(1);
    expect(items).toMatchObject([{ state: 'unmet', seconds: 3_660, patient: { birthDate: null } }]);
    const unwritten = await admin.api.emergencyStats.cases({ ...OCTOBER, gap: 'BOLUS' });
    expect(unwritten).toMatchObject({ total: 1, items: [{ state: null }] });
    const all = await admin.api.emergencyStats.cases({ ...OCTOBER, limit: 2 });
    const rest = await admin.api.emergencyStats.cases({ ...OCTOBER, limit: 100, after: all.next! });
    expect([...all.items, ...rest.items]).toHaveLength(5);
    const url = `${h.base}/api/stats/emergencies/table?from=2026-10&to=2026-10&center=stroke&format=csv`;
    const reply = await fetch(url, { headers: { authorization: `Bearer ${await admin.token()}` } });
    const lines = readCsv(Buffer.from(await reply.arrayBuffer()).toString('utf8'));
    expect(
      lines
        .slice(1)
        .map(([no]) => no)
        .sort(),
    ).toEqual([...all.items, ...rest.items].map(({ emergencyNo }) => emergencyNo).sort());
    const header = lines[0]!;
    const place = header.indexOf('进门→溶栓 判定');
    expect(
      lines
        .slice(1)
        .map((line) => line[place])
        .sort(),
    ).toEqual(['未达标', '缺', '达标', '达标', '达标'].sort());
  });

  it('are of one’s own hospitals; an overseer is told no fewer than five, and no list of them', async () => {
    const stranger = await h.person('meigu.admin');
    expect((await ask(stranger)).cases).toBe(0);
    const overseer = await h.person('zhou.admin');
    const seen = await ask(overseer);
    expect(seen.cases).toBe(5);
    expect([dnt(seen).unmet, dnt(seen).missing]).not.toContain(1);
    const list = await overseer.api.emergencyStats.cases({ ...OCTOBER, metric: 'DNT', state: 'unmet' });
    expect(list).toEqual({ items: [], next: null, total: 'few' });
  });

  it('a month is locked by its administrator when it is over and nothing in it is open, and then its times stand', async () => {
    const lock = { hospitalId: LEIBO, month: '2026-10' };
    expect(await refusal(admin.api.emergencyStats.lockMonth(lock))).toBe('conflict month.running');
    const id = crypto.randomUUID();
    await doctor.api.emergency.activate({ id, center: 'trauma', hospitalId: LEIBO, at: h.clock.now().toISOString() });
    h.clock.set(new Date('2026-11-02T02:00:00.000Z'));
    const again = await h.person('leibo.admin');
    expect(await refusal(again.api.emergencyStats.lockMonth(lock))).toBe('conflict month.open');
    await doctor.api.emergency.close({ id, outcome: 'admitted' });
    expect(await refusal((await h.person('meigu.admin')).api.emergencyStats.lockMonth(lock))).toBe('forbidden month.notYours');
    await again.api.emergencyStats.lockMonth(lock);
    expect((await again.api.emergencyStats.months({})).items).toMatchObject([lock]);
    const late = { id: crypto.randomUUID(), node: 'DOOR', at: h.clock.now().toISOString() } as const;
    expect(await refusal(doctor.api.emergency.stamp({ id, items: [late] }))).toBe('conflict timepoint.monthLocked');
  });
});

it('the middle and the nearest rank', () => {
  const sorted = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 }).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(sorted, (all) => {
      const [median, p90] = [medianOf(all)!, p90Of(all)!];
      expect(all.filter((each) => each <= median).length).toBeGreaterThanOrEqual(all.length / 2);
      expect(all.filter((each) => each >= median).length).toBeGreaterThanOrEqual(all.length / 2);
      expect(all.filter((each) => each <= p90).length).toBeGreaterThanOrEqual(all.length * 0.9);
    }),
  );
  expect([medianOf([]), p90Of([])]).toEqual([null, null]);
  expect(medianOf([1, 2, 4, 9])).toBe(3);
});
