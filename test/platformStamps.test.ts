import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OPINION } from './cases.ts';
import { LEIBO, type LinkWard, linkWard } from './linkWard.ts';
import { house, type TestHouse } from './support.ts';

const MINUTE = 60_000;

let h: TestHouse;
let w: LinkWard;
beforeAll(async () => {
  h = await house();
  w = await linkWard(h);
});
beforeEach(() => w.quiet());
afterAll(() => h.close());

const inHours = (hours: number): string => new Date(h.clock.now().getTime() + hours * 60 * MINUTE).toISOString();

describe('a linked consult', () => {
  it('signed is the ECG read, once, and only history where a center has no such node', async () => {
    const { id } = await w.call();
    const { opinions } = await w.askSigned(id);
    expect(await w.platform(id)).toEqual({ ECG_DX: opinions[0]!.signature.signedAt });
    await w.askSigned(id);
    expect(await w.platform(id)).toEqual({ ECG_DX: opinions[0]!.signature.signedAt });
    const trauma = await w.call({ center: 'trauma' });
    await w.askSigned(trauma.id);
    expect(Object.keys(await w.platform(trauma.id))).toEqual(['ALERT']);
    expect((await w.read(trauma.id)).steps.at(-1)).toMatchObject({ verb: 'consult.sign', person: { id: w.first.id } });
  });
});

describe('a linked referral', () => {
  it('stamps asking, taking, leaving and arriving with the times that it recorded', async () => {
    const { id } = await w.call({ center: 'maternal', flags: ['pph'] });
    const asked = await w.send(await w.begin(id));
    h.clock.advance(5 * MINUTE);
    const taken = await w.desk.api.referrals.accept({ id: asked.id });
    h.clock.advance(30 * MINUTE);
    const left = new Date(h.clock.now().getTime() - 10 * MINUTE).toISOString();
    await w.doctor.api.referrals.depart({ id: asked.id, at: left, expectedAt: inHours(3) });
    h.clock.advance(180 * MINUTE);
    const there = new Date(h.clock.now().getTime() - 20 * MINUTE).toISOString();
    await w.desk.api.referrals.arrive({ id: asked.id, at: there });
    const { offers } = taken;
    expect(await w.platform(id)).toEqual({
      ALERT: expect.any(String),
      XFER_REQ: asked.submittedAt,
      XFER_ACC: offers[0]!.decidedAt,
      DEPART: left,
      ARRIVE2: there,
    });
    const { flags, metrics, steps } = await w.read(id);
    expect(flags).toEqual(['pph', 'transferOut']);
    expect(metrics.find(({ code }) => code === 'XFER_RESP')).toMatchObject({ state: 'met', seconds: 300 });
    const told = steps.filter(({ verb }) => verb.startsWith('referral')).map(({ verb, note }) => [verb, note]);
    expect(told).toEqual(['send', 'accept', 'depart', 'arrive'].map((verb) => [`referral.${verb}`, asked.referralNo]));
  });

  it('stamps the door with the car, unless somebody stood there, and what it stamped can be corrected', async () => {
    const depart = async (id: string) => {
      const { id: referralId } = await w.send(await w.begin(id));
      await w.doctor.api.referrals.depart({ id: referralId, expectedAt: inHours(3) });
    };
    const seen = await w.call();
    const at = new Date(h.clock.now().getTime() - 9 * MINUTE).toISOString();
    await w.doctor.api.emergency.stamp({ id: seen.id, items: [{ id: crypto.randomUUID(), node: 'DOOR_OUT', at }] });
    await depart(seen.id);
    expect(Object.keys(await w.platform(seen.id))).toEqual(['DEPART']);

    const { id } = await w.call();
    await depart(id);
    const now = await w.read(id);
    const point = now.timepoints.find(({ node }) => node === 'DOOR_OUT')!;
    expect(point).toMatchObject({ source: 'platform', recorder: { id: w.doctor.id } });
    const corrected = { id: crypto.randomUUID(), node: 'DOOR_OUT', at, supersedes: point.id, reason: '按病历更正' } as const;
    const { shown } = await w.doctor.api.emergency.stamp({ id, items: [corrected] });
    expect(shown).toContain(corrected.id);
    expect(shown).not.toContain(point.id);
  });

  it('leaves the findings to people once the rescue is over', async () => {
    const { id } = await w.call();
    const { id: referralId } = await w.send(await w.begin(id));
    await w.doctor.api.emergency.close({ id, outcome: 'admitted' });
    await w.doctor.api.referrals.depart({ id: referralId, expectedAt: inHours(3) });
    expect((await w.read(id)).flags).toEqual([]);
    expect(Object.keys(await w.platform(id))).toEqual(['DEPART', 'DOOR_OUT']);
  });
});

describe('an ECG among the files', () => {
  it('is what its sender says it is, and stamps once', async () => {
    const { id } = await w.call();
    expect((await w.sendFile(id)).kind).toBe('other');
    expect(await w.platform(id)).toEqual({});
    const { kind, addedAt } = await w.sendFile(id, 'ecg');
    expect(kind).toBe('ecg');
    const stamped = await w.platform(id);
    expect(stamped).toEqual({ ECG_TX: addedAt });
    h.clock.advance(MINUTE);
    await w.sendFile(id, 'ecg');
    expect(await w.platform(id)).toEqual(stamped);
    expect((await w.read(id)).steps.filter(({ verb }) => verb === 'sendEcg')).toHaveLength(2);
    const stroke = await w.call({ center: 'stroke' });
    await w.sendFile(stroke.id, 'ecg');
    expect(Object.keys(await w.platform(stroke.id))).toEqual(['ALERT']);
  });
});

it('a locked month keeps its times and findings; the history goes on', async () => {
  const { id } = await w.call();
  const { id: referralId } = await w.send(await w.begin(id));
  const consult = await w.ask(id);
  await w.first.api.consults.accept({ id: consult.id });
  await w.join(w.first, consult.id);
  await h.db.emergencyMonth.create({
    data: { hospitalId: LEIBO, month: '2026-11', lockedById: w.doctor.id, lockedAt: h.clock.now() },
  });
  await w.first.api.consults.sign({ id: consult.id, opinion: OPINION });
  await w.doctor.api.referrals.depart({ id: referralId, expectedAt: inHours(3) });
  await w.sendFile(id, 'ecg');
  const { timepoints, flags, steps } = await w.read(id);
  expect([timepoints, flags]).toEqual([[], []]);
  expect(steps.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['consult.sign', 'referral.depart', 'sendEcg']));
});
