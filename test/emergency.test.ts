import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Emergency } from '../contract/emergency.ts';
import type { Center, Flag, NodeCode } from '../contract/emergencyNodes.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { atOnce, outcomes } from './overlap.ts';
import type { Person } from './person.ts';
import { refusal } from './refusal.ts';
import { house, type TestHouse } from './support.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const LEIBO = hospitalId('leibo');

let h: TestHouse;
let doctor: Person;
let desk: Person;
let first: Person;
let second: Person;
let partnerDesk: Person;
beforeAll(async () => {
  h = await house();
  doctor = await h.person('leibo.doctor');
  desk = await h.person('leibo.center');
  first = await h.person('xiangshan.specialist');
  second = await h.person('xiangshan.specialist2');
  partnerDesk = await h.person('xiangshan.center');
});
beforeEach(async () => {
  const now = h.clock.now();
  await h.db.deadline.updateMany({ where: { settledAt: null }, data: { settledAt: now } });
  await h.db.page.updateMany({ where: { status: 'ringing' }, data: { status: 'stopped', settledAt: now } });
  await h.db.emergencyCase.updateMany({ where: { status: 'active' }, data: { status: 'closed', endedAt: now } });
});
afterAll(() => h.close());

const uuid = (): string => crypto.randomUUID();
const nowText = (): string => h.clock.now().toISOString();
const call = (more: { center?: Center; flags?: Flag[]; id?: string; at?: string; offsetMs?: number } = {}): Promise<Emergency> =>
  doctor.api.emergency.activate({ id: uuid(), center: 'chestPain', hospitalId: LEIBO, at: nowText(), ...more });
const stamp = (id: string, node: NodeCode, more: object = {}, by = doctor): Promise<Emergency> =>
  by.api.emergency.stamp({ id, items: [{ id: uuid(), node, at: nowText(), ...more }] });
const shownAt = ({ timepoints, shown }: Emergency, node: NodeCode) =>
  timepoints.find((point) => point.node === node && shown.includes(point.id));
const rings = async (person: Person, id: string): Promise<number> =>
  (await person.api.emergency.ringing({})).items.filter(({ emergencyId }) => emergencyId === id).length;

describe('one tap', () => {
  it('makes the case, rings the first line of the partner at once, the second at 60 s and the desks at 120 s', async () => {
    const { id, emergencyNo, status, phones, can } = await call();
    expect(emergencyNo).toMatch(/^XT\d{14}$/);
    expect(status).toBe('active');
    expect(phones.map(({ department }) => department)).toEqual(['心血管内科', '急诊科', null, null]);
    expect(can).toEqual(['answer', 'standDown', 'close']);
    expect(await rings(first, id)).toBe(1);
    expect(await rings(second, id)).toBe(0);
    await h.elapse(61 * SECOND);
    expect(await rings(second, id)).toBe(1);
    expect(await rings(partnerDesk, id)).toBe(0);
    await h.elapse(60 * SECOND);
    expect(await rings(partnerDesk, id)).toBe(1);
  });

  it('rings nobody of a side further once one of it has answered, and the others go on being called', async () => {
    const { id } = await call();
    const seen = await first.api.emergency.answer({ id });
    expect(seen.team.find(({ person }) => person?.id === first.id)).toMatchObject({ status: 'answered', line: 1 });
    await h.elapse(3 * MINUTE);
    expect(await rings(second, id)).toBe(0);
    expect(await rings(partnerDesk, id)).toBe(0);
    expect(await rings(desk, id)).toBe(1);
  });

  it('passes on at once when the first line cannot come', async () => {
    const { id } = await call();
    const [ring] = (await first.api.emergency.ringing({})).items;
    expect(ring!.dutyPhone).toMatch(/^\d{3,4}-\d+$/);
    await first.api.paging.passOn({ id: ring!.pageId });
    expect(await rings(second, id)).toBe(1);
  });

  it('is one case however often it is sent, at the time when it was pressed, offset corrected', async () => {
    const pressed = new Date(h.clock.now().getTime() - 10 * MINUTE);
    const sent = { id: uuid(), at: new Date(pressed.getTime() + 3 * MINUTE).toISOString(), offsetMs: 3 * MINUTE };
    const [one, other] = [await call(sent), await call(sent)];
    expect(other.id).toBe(one.id);
    expect(one.startedAt).toBe(pressed.toISOString());
    expect(await h.db.emergencyCase.count({ where: { id: sent.id } })).toBe(1);
  });

  it('is of the asker’s own hospital and its centers; to others it does not exist', async () => {
    const { id } = await call();
    const meigu = hospitalId('meigu');
    const elsewhere = { id: uuid(), center: 'chestPain', hospitalId: meigu, at: nowText() } as const;
    expect(await refusal(doctor.api.emergency.activate(elsewhere))).toBe('forbidden emergency.notYourHospital');
    const stranger = await h.person('meigu.doctor');
    expect(await refusal(stranger.api.emergency.read({ id }))).toBe('notFound emergency');
    expect(await refusal(stranger.api.emergency.activate({ ...elsewhere, id }))).toBe('notFound emergency');
  });

  it('a false alarm is stood down: it rings no more, and only the county may', async () => {
    const { id } = await call();
    expect(await refusal(first.api.emergency.standDown({ id }))).toBe('forbidden standDown.notYours');
    const over = await doctor.api.emergency.standDown({ id });
    expect(over).toMatchObject({ status: 'stoodDown', next: null, can: ['reopen'] });
    await h.elapse(5 * MINUTE);
    expect(await rings(second, id)).toBe(0);
    expect(await refusal(doctor.api.emergency.close({ id, outcome: 'admitted' }))).toBe('conflict close.notNow');
  });
});

describe('time nodes', () => {
  it('correct the device by its offset and say what was written down late', async () => {
    const { id } = await call();
    const entered = new Date(h.clock.now().getTime() - 20 * MINUTE);
    const seen = await stamp(id, 'DOOR', { at: new Date(entered.getTime() + 3 * MINUTE).toISOString(), offsetMs: 3 * MINUTE });
    expect(shownAt(seen, 'DOOR')).toMatchObject({ at: entered.toISOString(), late: true, offsetMs: 3 * MINUTE });
    expect(shownAt(await stamp(id, 'FMC'), 'FMC')).toMatchObject({ late: false });
  });

  it('two people at the same node: both are kept, one is shown, by source and then by time', async () => {
    const { id } = await call();
    const at = (ago: number) => new Date(h.clock.now().getTime() - ago * SECOND).toISOString();
    const replies = await atOnce(h, { table: 'emergency_case', id }, [
      () => stamp(id, 'ECG1', { at: at(30) }),
      () => stamp(id, 'ECG1', { at: at(40) }, desk),
    ]);
    expect(outcomes(replies)).toEqual(['ok', 'ok']);
    const seen = await doctor.api.emergency.read({ id });
    expect(seen.timepoints.filter(({ node }) => node === 'ECG1')).toHaveLength(2);
    expect(shownAt(seen, 'ECG1')).toMatchObject({ recorder: { id: desk.id } });
    const byDevice = await stamp(id, 'ECG1', { at: at(5), source: 'device' });
    expect(shownAt(byDevice, 'ECG1')).toMatchObject({ source: 'device' });
  });

  it('sent twice is one stamp; corrected or taken back, the old one stays on record', async () => {
    const { id } = await call();
    const item = { id: uuid(), node: 'DOOR', at: nowText() } as const;
    await doctor.api.emergency.stamp({ id, items: [item] });
    const again = await doctor.api.emergency.stamp({ id, items: [item] });
    expect(again.timepoints.filter(({ node }) => node === 'DOOR')).toHaveLength(1);
    const earlier = new Date(h.clock.now().getTime() - 4 * MINUTE).toISOString();
    expect(await refusal(stamp(id, 'DOOR', { at: earlier, supersedes: item.id }))).toBe('invalid timepoint.reason');
    const right = await stamp(id, 'DOOR', { at: earlier, supersedes: item.id, reason: '按监控更正' });
    expect(shownAt(right, 'DOOR')).toMatchObject({ at: earlier, reason: '按监控更正' });
    const gone = await stamp(id, 'DOOR', { at: null, supersedes: shownAt(right, 'DOOR')!.id, reason: '误按' });
    expect(shownAt(gone, 'DOOR')).toBeUndefined();
    expect(gone.timepoints.filter(({ node }) => node === 'DOOR')).toHaveLength(3);
    await expect(h.db.timepoint.update({ where: { id: item.id }, data: { at: new Date() } })).rejects.toThrow();
  });

  it('refuses what cannot be, and nothing of the batch is kept', async () => {
    const { id } = await call();
    const good = { id: uuid(), node: 'DOOR', at: nowText() } as const;
    const ahead = { id: uuid(), node: 'FMC', at: new Date(h.clock.now().getTime() + 5 * MINUTE).toISOString() } as const;
    expect(await refusal(doctor.api.emergency.stamp({ id, items: [good, ahead] }))).toBe('invalid timepoint.impossible');
    expect((await doctor.api.emergency.read({ id })).timepoints).toEqual([]);
    expect(await refusal(stamp(id, 'CT_START'))).toBe('invalid timepoint.node');
    const other = await call();
    await stamp(other.id, 'DOOR', { id: good.id });
    expect(await refusal(doctor.api.emergency.stamp({ id, items: [good] }))).toBe('invalid timepoint.id');
  });

  it('stay open after the end, and close with their month', async () => {
    const { id, startedAt } = await call();
    await doctor.api.emergency.close({ id, outcome: 'admitted' });
    expect((await stamp(id, 'DOOR')).mayStamp).toBe(true);
    const month = new Date(Date.parse(startedAt) + 8 * 3_600_000).toISOString().slice(0, 7);
    await h.db.emergencyMonth.create({ data: { hospitalId: LEIBO, month, lockedById: desk.id, lockedAt: h.clock.now() } });
    expect(await refusal(stamp(id, 'FMC'))).toBe('conflict timepoint.monthLocked');
    await h.db.emergencyMonth.deleteMany();
  });
});

describe('what is known decides which targets run', () => {
  it('a checklist clears lysis only when it is complete; deferred stops the clock', async () => {
    const { id } = await call({ flags: ['stemi'] });
    const seen = await stamp(id, 'DOOR');
    expect(seen.metrics.find(({ code }) => code === 'D2N')!.state).toBe('notEligible');
    const list = { id, kind: 'stemiLysis' as const, checked: ['onset12h'] };
    expect(await refusal(doctor.api.emergency.check({ ...list, verdict: 'eligible' }))).toBe('invalid check.incomplete');
    expect(await refusal(doctor.api.emergency.check({ ...list, verdict: 'deferred' }))).toBe('invalid check.reason');
    const items = ['onset12h', 'noAbsoluteContraindication', 'dissectionConsidered', 'noShock', 'ecg18IfInferior'];
    const cleared = await doctor.api.emergency.check({ ...list, checked: items, verdict: 'eligible' });
    expect(cleared.flags).toEqual(['stemi', 'lysis']);
    expect(cleared.next?.code).toBe('D2N');
    const deferred = await doctor.api.emergency.check({ ...list, verdict: 'deferred', reason: '近期脑出血' });
    expect(deferred.flags).toEqual(['stemi', 'lysisDeferred']);
    expect(deferred.metrics.find(({ code }) => code === 'D2N')!.state).toBe('notEligible');
  });

  it('refuses findings of another center and those that exclude one another', async () => {
    const { id } = await call();
    expect(await refusal(doctor.api.emergency.classify({ id, flags: ['pph'] }))).toBe('invalid emergency.flag');
    expect(await refusal(doctor.api.emergency.classify({ id, flags: ['stemi', 'nste'] }))).toBe('invalid emergency.flagsApart');
  });

  it('scores are worked out here, kept with their version, and refuse nonsense', async () => {
    const { id } = await call({ flags: ['stemi'] });
    const found = { syndrome: 'stemi', age: 63, pulse: 96, systolic: 118, creatinine: 97, killip: 2 };
    expect(await refusal(doctor.api.emergency.score({ id, kind: 'grace', input: found }))).toBe('invalid score.input');
    const input = { ...found, arrest: false, stDeviation: true, enzymes: true };
    const { scores } = await doctor.api.emergency.score({ id, kind: 'grace', input });
    expect(scores).toMatchObject([{ kind: 'grace', total: 185, band: 'high', by: { id: doctor.id } }]);
  });
});
