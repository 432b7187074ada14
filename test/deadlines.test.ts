import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fire, sweep } from '../server/edge/jobs.ts';
import { OPINION } from './cases.ts';
import { atOnce } from './overlap.ts';
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

const open = (subjectId: string, action: string) =>
  h.db.deadline.findFirstOrThrow({ where: { subjectId, action: `consults.${action}`, settledAt: null } });
const rings = (id: string) => ringingNow(h, id);
/** Lets the time come of one deadline of a consult, and only that: hours of rings sent again would show nothing more. */
const come = async (id: string, action: string) => {
  const due = await open(id, action);
  h.clock.set(due.dueAt);
  await fire(h.app.house, due.id);
};

describe('a deadline', () => {
  it('delivered twice has one effect', async () => {
    const { id } = await w.sendStat();
    const { id: due } = await open(id, 'escalate');
    h.clock.advance(61 * SECOND);
    await Promise.all([fire(h.app.house, due), fire(h.app.house, due)]);
    await fire(h.app.house, due);
    expect(await rings(id)).toEqual(['first', 'second']);
    expect(await h.db.page.count({ where: { subjectId: id } })).toBe(2);
    expect(await h.db.deadline.count({ where: { subjectId: id, action: 'consults.escalate', settledAt: null } })).toBe(1);
  });

  it('whose deed fails stays open with nothing done, and is done when it is delivered again', async () => {
    const { id } = await w.sendStat();
    const { id: due } = await open(id, 'expire');
    h.clock.advance(31 * MINUTE);
    const reactions = h.app.house.reactions['calls.over'];
    h.app.house.reactions['calls.over'] = [() => Promise.reject(new Error('the process dies here'))];
    await expect(fire(h.app.house, due)).rejects.toThrow('the process dies here');
    h.app.house.reactions['calls.over'] = reactions!;
    expect(await w.doctor.api.consults.read({ id })).toMatchObject({ status: 'requested' });
    expect(await rings(id)).toEqual(['first']);
    await fire(h.app.house, due);
    expect(await w.doctor.api.consults.read({ id })).toMatchObject({ status: 'expired', can: [], clock: null });
    expect(await rings(id)).toEqual([]);
  });

  it('whose job was lost is found by the sweep, and one that fails holds up no other', async () => {
    const [one, two] = [await w.sendStat(), await w.sendStat()];
    const broken = await open(one.id, 'escalate');
    await h.db.deadline.update({ where: { id: broken.id }, data: { action: 'consults.nothing' } });
    h.clock.advance(70 * SECOND);
    await expect(sweep(h.app.house)).rejects.toMatchObject({ code: 'notFound' });
    expect(await rings(one.id)).toEqual(['first']);
    expect(await rings(two.id)).toEqual(['first', 'second']);
    await h.db.deadline.update({ where: { id: broken.id }, data: { action: 'consults.escalate' } });
    await sweep(h.app.house);
    expect(await rings(one.id)).toEqual(['first', 'second']);
  });

  it('is stale, and nothing, once somebody has acted', async () => {
    const { id } = await w.sendStat();
    const ids = await h.db.deadline.findMany({ where: { subjectId: id } });
    await w.first.api.consults.accept({ id });
    for (const due of ids) await fire(h.app.house, due.id);
    expect(await w.doctor.api.consults.read({ id })).toMatchObject({ status: 'accepted' });
    expect(await rings(id)).toEqual([]);
  });

  it('and a person who act at once leave one outcome and no deadlock', async () => {
    const { id } = await w.sendStat();
    await w.first.api.consults.accept({ id });
    const { id: due } = await open(id, 'ringAgain');
    h.clock.advance(91 * SECOND);
    const replies = await atOnce<unknown>(h, id, [
      () => fire(h.app.house, due),
      () => w.doctor.api.consults.cancel({ id, note: '已转院' }),
    ]);
    const { status } = await w.doctor.api.consults.read({ id });
    expect(replies.filter((reply) => reply.status === 'rejected' && reply.reason.code !== 'conflict')).toEqual([]);
    expect(['requested', 'cancelled']).toContain(status);
    expect((await rings(id)).length > 0).toBe(status === 'requested');
  });
});

describe('accepted is not joined', () => {
  it('rings everybody again after the join limit, whoever accepted included', async () => {
    const { id } = await w.sendStat();
    await w.first.api.consults.accept({ id });
    await h.elapse(89 * SECOND);
    expect(await rings(id)).toEqual([]);
    await h.elapse(2 * SECOND);
    const again = await w.doctor.api.consults.read({ id });
    expect(again).toMatchObject({ status: 'requested', consultant: null, acceptedAt: null, firstResponseAt: null });
    expect(await rings(id)).toEqual(['desk', 'first', 'second']);
    await w.second.api.consults.accept({ id });
    await w.join(w.second, id);
    await h.elapse(2 * MINUTE);
    expect(await w.doctor.api.consults.read({ id })).toMatchObject({ status: 'inSession', consultant: { id: w.second.id } });
  });

  it('is no answer while the consultant sits in the waiting room', async () => {
    const { id } = await w.sendStat();
    await w.first.api.consults.accept({ id });
    await w.first.ask('calls.enter', { kind: 'consult', id, device: 'desk', waiting: true });
    expect((await w.doctor.api.consults.read({ id })).status).toBe('accepted');
    await w.join(w.first, id);
    expect((await w.doctor.api.consults.read({ id })).status).toBe('inSession');
  });

  it('rings everybody but who gives the case back', async () => {
    const { id } = await w.sendStat();
    await w.first.api.consults.accept({ id });
    expect(await w.first.api.consults.release({ id })).toMatchObject({ status: 'requested', consultant: null });
    expect(await rings(id)).toEqual(['desk', 'second']);
  });
});

describe('the end of waiting', () => {
  it('expires a STAT that nobody answers, and tells the side that asked', async () => {
    const line = await w.relief.live();
    const heard: unknown[] = [];
    line.on('consult.changed', (change) => void heard.push(change));
    const { id } = await w.sendStat();
    await h.elapse(2 * MINUTE);
    await come(id, 'expire');
    expect(await w.doctor.api.consults.read({ id })).toMatchObject({ status: 'expired', owner: null, can: [] });
    await expect.poll(() => heard.at(-1)).toEqual({ id, status: 'expired' });
    expect(await rings(id)).toEqual([]);
    expect(await h.db.deadline.count({ where: { settledAt: null, subjectId: id } })).toBe(0);
  });

  it('withdraws a request that was sent back and never completed: the time was the requester’s', async () => {
    const { id } = await w.sendUrgent();
    await w.first.api.consults.sendBack({ id, note: '补心电图' });
    await come(id, 'expire');
    expect((await w.doctor.api.consults.read({ id })).status).toBe('cancelled');
  });

  it('is not shorter than a first response after somebody had accepted late', async () => {
    const { id } = await w.sendStat();
    h.clock.advance(29 * MINUTE);
    await w.first.api.consults.accept({ id });
    await come(id, 'ringAgain');
    const rung = h.clock.now().getTime();
    expect((await open(id, 'expire')).dueAt.getTime() - rung).toBeGreaterThan(9 * MINUTE);
    await come(id, 'expire');
    expect((await w.doctor.api.consults.read({ id })).status).toBe('expired');
  });
});

describe('what is owed after the call', () => {
  it('reminds the desk that answers for it once, with a badge, until it is done', async () => {
    const { id } = await w.inSession();
    const { firstResponseAt } = await w.first.api.consults.read({ id });
    expect((await open(id, 'remind')).dueAt.getTime() - Date.parse(firstResponseAt!)).toBe(12 * HOUR);
    await come(id, 'remind');
    expect(await rings(id)).toEqual(['desk']);
    const { items } = await w.desk.api.consults.ringing();
    expect(items).toMatchObject([{ consultId: id, urgency: 'routine', can: [] }]);
    await h.elapse(HOUR);
    expect((await w.doctor.api.consults.read({ id })).rings.at(-1)).toMatchObject({ person: null, sent: 1 });
    await w.first.api.consults.sign({ id, opinion: OPINION });
    expect(await rings(id)).toEqual([]);
    await come(id, 'remind');
    expect(await rings(id)).toEqual(['inviterDesk']);
    await w.doctor.api.consults.acknowledge({ id, adoption: 'full' });
    expect(await rings(id)).toEqual([]);
  });
});
