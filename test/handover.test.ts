import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OPINION, urgent } from './cases.ts';
import { house, type TestHouse } from './support.ts';
import { ringingNow, type Ward, ward } from './ward.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let h: TestHouse;
let w: Ward;
beforeAll(async () => {
  h = await house();
  w = await ward(h);
});
beforeEach(() => w.quiet());
afterAll(() => h.close());

const rings = (id: string) => ringingNow(h, id);
const read = (id: string) => w.doctor.api.consults.read({ id });

describe('a specialist who does not come back', () => {
  it.each(['doctor', 'inviterDesk', 'desk', 'first'] as const)(
    'is replaced by %s: the others ring, the first response stays',
    async (by) => {
      const before = await w.inSession();
      const handed = await w[by].api.consults.handOver({ id: before.id, note: '掉线十分钟未回' });
      expect(handed).toMatchObject({ status: 'requested', consultant: null, firstResponseAt: before.firstResponseAt });
      expect(await rings(before.id)).toEqual(['desk', 'second']);
      h.clock.advance(5 * SECOND);
      await w.second.api.consults.accept({ id: before.id });
      await w.join(w.second, before.id);
      const after = await read(before.id);
      expect(after).toMatchObject({ status: 'inSession', consultant: { id: w.second.id }, note: null });
      expect(after.firstResponseAt).toBe(before.firstResponseAt);
    },
  );

  it('does not keep the requester from withdrawing', async () => {
    const { id } = await w.inSession();
    expect(await w.doctor.api.consults.cancel({ id, note: '患者已转院' })).toMatchObject({ status: 'cancelled' });
  });
});

describe('once every step has rung', () => {
  it('whoever was operating is rung when they are free again, and then the next look finds nobody new', async () => {
    for (const busy of [w.first, w.second]) await busy.api.auth.updateMe({ availability: 'operating' });
    const { id } = await w.sendStat();
    expect(await rings(id)).toEqual(['desk']);
    await w.first.api.auth.updateMe({ availability: 'free' });
    await h.elapse(31 * SECOND);
    expect(await rings(id)).toEqual(['desk', 'first']);
    await h.elapse(60 * SECOND);
    expect(await h.db.page.count({ where: { subjectId: id, personId: w.first.id } })).toBe(1);
  });

  it('a call that has ended lets the quiet ring of then be heard', async () => {
    const other = await w.inSession();
    const { id } = await w.sendStat();
    await h.elapse(125 * SECOND);
    const page = await h.db.page.findFirstOrThrow({ where: { subjectId: id, personId: w.first.id } });
    expect(page.sent).toBe(1);
    await w.first.api.consults.sign({ id: other.id, opinion: OPINION });
    await w.first.ask('calls.exit', { kind: 'consult', id: other.id, device: 'desk' });
    await h.elapse(50 * SECOND);
    expect((await h.db.page.findUniqueOrThrow({ where: { id: page.id } })).sent).toBeGreaterThan(1);
  });

  it('nobody is busy for longer than a long shift by their own word', async () => {
    await w.first.api.auth.updateMe({ availability: 'operating' });
    await h.elapse(12 * HOUR + SECOND);
    expect((await w.first.api.auth.me({})).availability).toBe('free');
    await w.first.api.auth.updateMe({ availability: 'away' });
    await w.first.api.auth.updateMe({ availability: 'free' });
    expect(await h.db.deadline.count({ where: { subjectId: w.first.id, settledAt: null } })).toBe(0);
  });
});

it('accepting waits for a picture that is being saved, and is no conflict', async () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(1_500_000)]);
  const authorization = `Bearer ${await w.doctor.token()}`;
  for (let round = 0; round < 4; round += 1) {
    const { id } = await w.sendStat();
    const sending = h.request.put(`/api/consults/${id}/photos`).set({ authorization, 'content-type': 'image/jpeg' }).send(jpeg);
    const [photo, accepted] = await Promise.all([sending, w.first.api.consults.accept({ id })]);
    expect([photo.status, accepted.status]).toEqual([200, 'accepted']);
    await w.quiet();
  }
});

it('a ring that is refused shows to both sides at once, and in the history', async () => {
  const { id } = await w.sendStat();
  const heard: unknown[] = [];
  (await w.doctor.live()).on('consult.changed', (event) => void heard.push(event));
  const page = await h.db.page.findFirstOrThrow({ where: { subjectId: id, personId: w.first.id } });
  await w.first.api.paging.decline({ id: page.id, reason: 'operating' });
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  expect((await read(id)).timeline.map(({ verb, by }) => [verb, by])).toContainEqual(['refuseRing', '陈屿']);
});

describe('after the signature', () => {
  it('what a STAT still owes may follow, marked as later, and nothing is written over', async () => {
    const { id } = await w.sendStat();
    await w.first.api.consults.accept({ id });
    await w.join(w.first, id);
    const { version } = await w.first.api.consults.sign({ id, opinion: OPINION });
    const { patient, consent, dx } = urgent();
    const more = await w.doctor.api.consults.supplement({ id, version, patient, consent, dx });
    expect(more.missing).toEqual(['reason', 'summary']);
    expect(more.timeline.at(-1)?.verb).toBe('supplementLate');
    const over = { id, version: more.version, dx: { name: '另一个诊断' } };
    await expect(w.doctor.api.consults.supplement(over)).rejects.toMatchObject({ reason: 'supplement.signed' });
  });

  it('advice that waited is answered', async () => {
    const { id } = await w.inSession();
    const { advices } = await w.doctor.api.consults.advise({ id, text: '立即溶栓' });
    await w.first.api.consults.sign({ id, opinion: OPINION });
    const answered = await w.first.api.consults.answerAdvice({ id, adviceId: advices[0]!.id, confirmed: true });
    expect(answered.advices[0]!.state).toBe('confirmed');
  });
});

it('a request that was pressed without a line keeps its true time in the history', async () => {
  const pressedAt = new Date(h.clock.now().getTime() - 4 * MINUTE).toISOString();
  const { timeline } = await w.sendStat({ pressedAt });
  expect(timeline[0]).toMatchObject({ verb: 'press', at: pressedAt });
  const future = new Date(h.clock.now().getTime() + HOUR).toISOString();
  expect((await w.sendStat({ pressedAt: future })).timeline[0]!.verb).toBe('request');
});

it('only a STAT puts its consent off', async () => {
  const consent = { state: 'deferred', basis: 'lifeThreatening' } as never;
  await expect(w.sendUrgent({ consent })).rejects.toMatchObject({ code: 'invalid' });
  expect((await w.sendStat({ consent })).missing).toContain('consent');
});
