import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { asClock } from '../server/edge/jobs.ts';
import { EMERGENCY, ICU, type Journey, journey, OTHER_ICU, SHEET } from './journey.ts';
import { atOnce, outcomes } from './overlap.ts';
import type { Person } from './person.ts';
import { refusal } from './refusal.ts';
import { house, type TestHouse } from './support.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a two-way referral', () => {
  let h: TestHouse;
  let j: Journey;
  beforeAll(async () => {
    h = await house();
    j = await journey(h);
  });
  beforeEach(() => j.quiet());
  afterAll(() => h.close());

  it('goes up, home again and is closed by the local side, and both sides read one history', async () => {
    const up = await j.summaryReturned();
    expect(up).toMatchObject({
      status: 'summaryReturned',
      owner: { hospital: { shortName: expect.stringContaining('马尔康') as string } },
    });
    const down = await j.wayHome(up);
    expect(down).toMatchObject({ direction: 'down', status: 'submitted', originId: up.id });
    expect(await j.doctor.api.referrals.read({ id: up.id })).toMatchObject({ status: 'downOffered', homeId: down.id });
    const at = { id: down.id };
    await j.doctor.api.referrals.accept(at);
    await j.doctor.api.referrals.arrange({ ...at, expectedAt: j.later(24) });
    await j.receiver.api.referrals.depart(at);
    await j.doctor.api.referrals.arrive(at);
    await j.doctor.api.referrals.followUp({ ...at, note: '电话随访，饮食良好' });
    await j.doctor.api.referrals.close(at);
    const closed = await j.doctor.api.referrals.read({ id: up.id });
    expect(closed).toMatchObject({ status: 'closed', owner: null, clock: null });
    expect(closed.timeline.map(({ verb }) => verb)).toEqual([
      'start',
      'submit',
      'approve',
      'accept',
      'arrange',
      'depart',
      'arrive',
      'admit',
      'discharge',
      'returnSummary',
      'offerDown',
      'comeHome',
    ]);
    expect(await j.receiver.api.referrals.read({ id: up.id })).toMatchObject({ timeline: closed.timeline });
  });

  it('RF-1: rejected for want of a bed, rerouted and accepted: one history, one rejection, half of the pair accepted', async () => {
    const { id } = await j.submitted();
    await j.receiver.api.referrals.reject({ id, reason: 'R1', note: 'ICU 满床' });
    expect(await refusal(j.receiver.api.referrals.read({ id }))).toBe('notFound referral');
    expect(await j.office.api.referrals.read({ id })).toMatchObject({ status: 'rejected', owner: { desk: true } });
    await j.office.api.referrals.reroute({ id, destination: { departmentId: EMERGENCY } });
    const emergency = await h.person('jinjiang.emergency');
    const accepted = await emergency.api.referrals.accept({ id });
    expect(accepted.offers.map(({ status, reason }) => [status, reason])).toEqual([
      ['rejected', 'R1'],
      ['accepted', null],
    ]);
    const pair = await h.db.referralOffer.groupBy({ by: ['status'], where: { referralId: id }, _count: true });
    expect(Object.fromEntries(pair.map(({ status, _count }) => [status, _count]))).toEqual({ rejected: 1, accepted: 1 });
  });

  it('green lane: leaves before anybody has answered, the next hospital is asked after five minutes, the first to accept has the patient', async () => {
    const { id } = await j.green();
    const ringing = await h.db.page.findMany({ where: { subjectId: id, status: 'ringing' } });
    expect(ringing.map(({ personId, deskId }) => personId ?? deskId).sort()).toHaveLength(2);
    await j.doctor.api.referrals.depart({ id, expectedAt: j.later(6) });
    await h.elapse(5 * MINUTE);
    const other = await h.person('huzhou.icu');
    const asked = await other.api.referrals.read({ id });
    expect(asked).toMatchObject({ status: 'departed', accepted: false });
    expect(asked.offers.map(({ status }) => status)).toEqual(['offered', 'offered']);
    const taken = await other.api.referrals.accept({ id });
    expect(taken).toMatchObject({ status: 'departed', accepted: true, to: { department: { id: OTHER_ICU } } });
    expect(await refusal(j.receiver.api.referrals.read({ id }))).toBe('notFound referral');
  });

  it('a death on the road ends what others owed, and the yes of before keeps its time', async () => {
    const { id, offers } = await j.departed();
    const owner = { hospitalId: hospitalId('jinjiang'), role: 'coordinator' } as const;
    const asked = { kind: 'other', subject: { kind: 'referral', id }, title: '备 RhD 阴性血', owner, dueAt: j.later(3) } as const;
    const task = await j.doctor.api.tasks.open(asked);
    await h.elapse(HOUR);
    const over = await j.doctor.api.referrals.die({ id, note: '途中心搏骤停' });
    expect(over.offers).toMatchObject([{ status: 'withdrawn', decidedAt: offers[0]!.decidedAt }]);
    expect(await j.doctor.api.tasks.read({ id: task.id })).toMatchObject({ status: 'withdrawn' });
  });

  it('takes over what nobody received, announces and closes what nobody moves, and never what is on the road', async () => {
    const { id } = await j.submitted();
    expect(await j.desk.api.referrals.read({ id })).toMatchObject({ owner: { desk: false }, clock: { name: 'accept' } });
    await h.elapse(2 * HOUR);
    expect(await j.desk.api.referrals.read({ id })).toMatchObject({ owner: { desk: true }, mine: true, status: 'submitted' });
    await h.elapse(6 * DAY);
    expect((await j.office.api.referrals.read({ id })).closesAt).not.toBeNull();
    await h.elapse(DAY);
    expect(await j.office.api.referrals.read({ id })).toMatchObject({ status: 'expired', owner: null });
    expect(await h.db.referralOffer.findMany({ where: { referralId: id }, select: { status: true } })).toEqual([
      { status: 'expired' },
    ]);

    const road = await j.departed();
    await h.elapse(7 * HOUR + 31 * MINUTE);
    const late = await j.office.api.referrals.read({ id: road.id });
    expect(late.timeline.map(({ verb }) => verb)).toContain('overdue');
    const rung = await h.db.page.findMany({ where: { subjectId: road.id, status: 'ringing' }, select: { deskId: true } });
    expect(rung.map(({ deskId }) => deskId).sort()).toEqual([hospitalId('jinjiang'), hospitalId('maerkang')].sort());
    await asClock(h.app.house, 'referrals.expire', { id: road.id });
    expect(await j.office.api.referrals.read({ id: road.id })).toMatchObject({ status: 'departed', closesAt: null });
  });

  it('hundred at once on one referral: one winner, none lost, everybody told', async () => {
    const { id } = await j.submitted();
    const people = [j.receiver, j.desk, await h.person('jinjiang.specialist2')];
    const replies = await Promise.allSettled(
      Array.from({ length: 100 }, (_, at) => people[at % people.length]!.ask('referrals.accept', { id })),
    );
    expect(outcomes(replies).filter((each) => each === 'ok')).toHaveLength(1);
    expect(new Set(outcomes(replies))).toEqual(
      new Set(['ok', 'offer.notYours', 'accept.notNow'].filter((each) => outcomes(replies).includes(each))),
    );
    expect(await h.db.referralStep.count({ where: { referralId: id, verb: 'accept' } })).toBe(1);
  });

  it('two that meet at the row: accept and withdraw leave one truth', async () => {
    const { id } = await j.submitted();
    const replies = await atOnce(h, { table: 'referral', id }, [
      () => j.receiver.api.referrals.accept({ id }),
      () => j.doctor.api.referrals.cancel({ id, note: '家属改主意' }),
    ]);
    const { status } = await h.db.referral.findUniqueOrThrow({ where: { id } });
    expect(['accepted', 'cancelled']).toContain(status);
    // Whoever came first, cancelling is still open after accepting, and accepting is not after cancelling.
    expect(outcomes(replies).includes('ok')).toBe(true);
  });

  it('time in the states adds up to the whole', async () => {
    const { id } = await j.accepted();
    await h.elapse(HOUR);
    const since = (createdAt: string) => (h.clock.now().getTime() - Date.parse(createdAt)) / 1000;
    const before = since((await j.desk.api.referrals.read({ id })).createdAt);
    const { times, createdAt } = await j.desk.api.referrals.read({ id });
    const sum = times.reduce((total, { seconds }) => total + seconds, 0);
    expect(sum).toBeGreaterThanOrEqual(before);
    expect(sum).toBeLessThanOrEqual(since(createdAt));
  });

  it('keeps what was written from strangers, and opens it with a broken glass, on record', async () => {
    const { id } = await j.accepted();
    const stranger = await h.person('pingchang.doctor');
    expect(await refusal(stranger.api.referrals.read({ id }))).toBe('notFound referral');
    await stranger.api.referrals.breakGlass({ id, reason: '患者已到我院急诊，需了解病情' });
    expect(await stranger.api.referrals.read({ id })).toMatchObject({ sight: 'glass', can: [] });
    expect(await refusal(stranger.api.referrals.say({ id, text: '你好' }))).toBe('notFound referral');
    await h.elapse(HOUR);
    expect(await refusal(stranger.api.referrals.read({ id }))).toBe('notFound referral');
    expect(await h.db.auditRow.count({ where: { action: 'referrals.breakGlass', subjectIds: { has: id } } })).toBe(1);
  });

  it.each([
    ['a sheet without a diagnosis', { ...SHEET, dx: undefined }, 'invalid sheet.dx'],
    [
      'an unsigned consent',
      { ...SHEET, consent: { state: 'deferred', basis: 'lifeThreatening' } as const },
      'invalid sheet.consent',
    ],
  ])('does not send %s', async (_, { dx, ...rest }, reason) => {
    const { id, version } = await j.draft({ sheet: { ...rest, ...(dx && { dx }) } });
    expect(await refusal(j.doctor.api.referrals.submit({ id, version }))).toBe(reason);
  });

  it('finds by number and by exact name, among one’s own only, with nothing in the address', async () => {
    const { id, referralNo } = await j.submitted();
    const found = async (person: Person, search: string) =>
      (await person.api.referrals.find({ search, limit: 100 })).items.map((row) => row.id);
    expect(await found(j.doctor, referralNo)).toEqual([id]);
    expect(await found(j.receiver, '阿力么')).toContain(id);
    expect(await found(j.receiver, '阿力')).toEqual([]);
    expect(await found(await h.person('pingchang.doctor'), referralNo)).toEqual([]);
    const asked = await h.request.get('/api/referrals?search=阿力').set('authorization', `Bearer ${await j.doctor.token()}`);
    expect((asked.body as { items: unknown[] }).items.length).toBeGreaterThan(0);
  });

  it('refuses what cannot have been measured and warns of what is unusual', async () => {
    const { id, version } = await j.draft();
    expect(await refusal(j.doctor.api.referrals.write({ id, version, sheet: { vitals: { systolic: 1180 } } }))).toBe(
      'invalid vitals.systolic',
    );
    const { warnings } = await j.doctor.api.referrals.write({ id, version, sheet: { vitals: { systolic: 80, pulse: 90 } } });
    expect(warnings).toEqual([{ vital: 'systolic', finding: 'unusual' }]);
  });

  it('what was emptied is not on the sheet any more', async () => {
    const { id, version } = await j.draft();
    const sheet = { maternal: {}, reasons: [], complaint: '', bed: '3' };
    const now = await j.doctor.api.referrals.write({ id, version, sheet });
    expect(Object.keys(now.sheet)).toEqual(expect.not.arrayContaining(['maternal', 'reasons', 'complaint']));
    expect(now.sheet.bed).toBe('3');
    expect(now.owed).toEqual(expect.arrayContaining(['reasons', 'complaint']));
  });

  it('holds a bed to the ETA and two hours, and as long as the patient is on the road', async () => {
    const bed = await h.db.bed.findFirstOrThrow({ where: { departmentId: ICU, state: 'free', holds: { none: {} } } });
    const { id } = await j.accepted();
    await j.desk.api.referrals.arrange({ id, bedId: bed.id, expectedAt: j.later(5) });
    await j.doctor.api.referrals.depart({ id });
    await h.elapse(12 * HOUR);
    expect(await j.desk.api.referrals.read({ id })).toMatchObject({ status: 'departed', hold: { status: 'held' } });
    await j.receiver.api.referrals.arrive({ id });
    expect(await j.receiver.api.referrals.admit({ id, way: 'icu' })).toMatchObject({ hold: { status: 'used' } });

    const second = await h.db.bed.findFirstOrThrow({ where: { departmentId: ICU, state: 'free', holds: { none: {} } } });
    const late = await j.accepted();
    await j.desk.api.referrals.arrange({ id: late.id, bedId: second.id, expectedAt: j.later(1) });
    await h.elapse(3 * HOUR + MINUTE);
    expect(await j.desk.api.referrals.read({ id: late.id })).toMatchObject({ hold: { status: 'released' } });
  }, 60_000);
});
