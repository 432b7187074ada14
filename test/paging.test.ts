import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CARDIOLOGY, routine } from './cases.ts';
import { house, type TestHouse } from './support.ts';
import { ringingNow, type Ward, ward } from './ward.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let h: TestHouse;
let w: Ward;
beforeAll(async () => {
  h = await house();
  w = await ward(h);
});
beforeEach(() => w.quiet());
afterAll(() => h.close());

const refused = (reason: string) => expect.objectContaining({ reason });
const rings = (id: string) => ringingNow(h, id);
const pageOf = async (subjectId: string, person: { id: string }) =>
  (await h.db.page.findFirstOrThrow({ where: { subjectId, personId: person.id }, orderBy: { id: 'desc' } })).id;

describe('the ring order of a STAT', () => {
  it('is first line, second line at 60 s, the desk at 120 s', async () => {
    const { id, nextRing, sentAt } = await w.sendStat();
    expect(await rings(id)).toEqual(['first']);
    expect(nextRing).toEqual({ step: 'secondLine', at: new Date(Date.parse(sentAt) + MINUTE).toISOString() });
    await h.elapse(40 * SECOND);
    expect(await rings(id)).toEqual(['first']);
    await h.elapse(25 * SECOND);
    expect(await rings(id)).toEqual(['first', 'second']);
    expect((await w.doctor.api.consults.read({ id })).nextRing).toMatchObject({ step: 'desk' });
    await h.elapse(60 * SECOND);
    expect(await rings(id)).toEqual(['desk', 'first', 'second']);
    expect((await w.doctor.api.consults.read({ id })).nextRing).toBeNull();
  });

  it.each(['operating', 'away'] as const)('skips a first line that is %s', async (availability) => {
    await w.first.api.auth.updateMe({ availability });
    const { id, nextRing } = await w.sendStat();
    expect(await rings(id)).toEqual(['second']);
    expect(nextRing).toMatchObject({ step: 'desk' });
  });

  it('skips a first line that holds an answered STAT', async () => {
    await w.first.api.consults.accept({ id: (await w.sendStat()).id });
    expect(await rings((await w.sendStat()).id)).toEqual(['second']);
  });

  it('rings once in a call, and the second line at the same time', async () => {
    const talk = await w.inSession();
    const { id } = await w.sendStat();
    expect(talk.status).toBe('inSession');
    expect(await rings(id)).toEqual(['first', 'second']);
    await h.elapse(40 * SECOND);
    const { rings: rung } = await w.doctor.api.consults.read({ id });
    expect(rung.map(({ line, sent }) => [line, sent])).toEqual([
      [1, 1],
      [2, 3],
    ]);
  });

  it('reaches the desk at once when nobody is on duty or free', async () => {
    await w.first.api.auth.updateMe({ availability: 'operating' });
    await w.second.api.auth.updateMe({ availability: 'away' });
    expect(await rings((await w.sendStat()).id)).toEqual(['desk']);
    await w.quiet();
    const slots = await h.db.dutySlot.findMany({ where: { departmentId: CARDIOLOGY } });
    await h.db.dutySlot.deleteMany({ where: { departmentId: CARDIOLOGY } });
    expect(await rings((await w.sendStat()).id)).toEqual(['desk']);
    await h.db.dutySlot.createMany({ data: slots });
  });

  it('goes on at once when somebody declines or passes on', async () => {
    const { id } = await w.sendStat();
    await w.first.api.paging.passOn({ id: await pageOf(id, w.first) });
    expect(await rings(id)).toEqual(['second']);
    await w.second.api.paging.decline({ id: await pageOf(id, w.second), reason: 'otherSpecialty' });
    expect(await rings(id)).toEqual(['desk']);
    const { rings: rung, nextRing } = await w.doctor.api.consults.read({ id });
    expect(nextRing).toBeNull();
    expect(rung.map(({ status, reason }) => [status, reason])).toEqual([
      ['passedOn', null],
      ['declined', 'otherSpecialty'],
      ['ringing', null],
    ]);
    await h.elapse(3 * MINUTE);
    expect(await rings(id)).toEqual(['desk']);
  });

  it('refuses missing data as a reason, a second answer, and pages of other people', async () => {
    const { id } = await w.sendStat();
    const page = await pageOf(id, w.first);
    await expect(w.first.api.paging.decline({ id: page, reason: 'missingData' })).rejects.toEqual(
      refused('decline.statMissingData'),
    );
    await expect(w.second.api.paging.passOn({ id: page })).rejects.toMatchObject({ code: 'notFound' });
    await w.first.api.paging.passOn({ id: page });
    await expect(w.first.api.paging.passOn({ id: page })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a ring', () => {
  it('is sent again until it is answered, and stops for everybody', async () => {
    const line = await w.first.live();
    const heard: string[] = [];
    line.on('page.ringing', ({ id }) => void heard.push(id));
    const stopped = new Promise<string>((done) => line.on('page.stopped', ({ id }) => done(id)));
    const { id } = await w.sendStat();
    await h.elapse(61 * SECOND);
    const page = await pageOf(id, w.first);
    expect((await w.doctor.api.consults.read({ id })).rings[0]).toMatchObject({ sent: 5 });
    await w.second.api.consults.accept({ id });
    expect(await stopped).toBe(page);
    expect(heard).toEqual(Array.from({ length: 5 }, () => page));
    expect(await rings(id)).toEqual([]);
    const { rings: rung } = await w.doctor.api.consults.read({ id });
    expect(rung.map(({ status }) => status)).toEqual(['stopped', 'answered']);
    await h.elapse(20 * SECOND);
    expect((await w.doctor.api.consults.read({ id })).rings.map(({ sent }) => sent)).toEqual(rung.map(({ sent }) => sent));
  });

  it('shows what is needed to answer and never a name, and says who is next', async () => {
    const { id } = await w.sendUrgent();
    const { items } = await w.first.api.consults.ringing();
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      consultId: id,
      urgency: 'urgent',
      line: 1,
      desk: false,
      patient: { known: true, sex: 'male', birthDate: '1962-03-14' },
      callbackPhone: '0834-8822120',
      can: ['accept', 'decline', 'passOn'],
      next: { name: '许棠' },
    });
    expect(JSON.stringify(items)).not.toContain('阿牛');
    expect((await w.second.api.consults.ringing()).items).toEqual([]);
    await h.elapse(20 * MINUTE);
    expect((await w.desk.api.consults.ringing()).items).toMatchObject([{ desk: true, can: ['decline', 'answerByPhone'] }]);
  });

  it('is nudged at most every half minute, by the side that asked', async () => {
    const { id } = await w.sendUrgent();
    expect((await w.doctor.api.consults.nudge({ id })).rings).toMatchObject([{ sent: 2 }]);
    await expect(w.relief.api.consults.nudge({ id })).rejects.toMatchObject({ code: 'tooMany', reason: 'nudge.tooSoon' });
    await h.elapse(31 * SECOND);
    expect((await w.inviterDesk.api.consults.nudge({ id })).rings).toMatchObject([{ sent: 3 }]);
    await expect(w.desk.api.consults.nudge({ id })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('of a routine request is a badge that waits for working hours', async () => {
    // Tuesday; to Friday 17:00 in Shanghai, one working hour before the weekend.
    h.clock.set(new Date('2026-11-27T09:00:00Z'));
    const asked = await w.doctor.api.consults.request(routine());
    expect(asked.clock!.dueAt.slice(0, 16)).toBe('2026-11-30T03:00');
    expect(asked.nextRing!.at.slice(0, 16)).toBe('2026-11-30T01:00');
    expect(await rings(asked.id)).toEqual(['first']);
  });
});

describe('the telephone', () => {
  it('counts as the first response, flagged apart, and stops the ringing', async () => {
    const { id } = await w.sendStat();
    const { items } = await w.doctor.api.consults.specialists({ id });
    expect(items.map((person) => person.id).sort()).toEqual([w.first.id, w.second.id].sort());
    await h.elapse(70 * SECOND);
    const stranger = await h.person('xiangshan.neuro');
    await expect(w.doctor.api.consults.answerByPhone({ id, specialistId: stranger.id })).rejects.toEqual(
      refused('phone.notOfDepartment'),
    );
    const answered = await w.desk.api.consults.answerByPhone({ id, specialistId: w.second.id });
    expect(answered).toMatchObject({ status: 'inSession', answeredByPhone: true, consultant: { id: w.second.id } });
    expect(answered.firstResponseAt).not.toBeNull();
    expect(await rings(id)).toEqual([]);
    expect((await w.second.api.consults.read({ id })).can).toEqual(['handOver', 'sign']);
  });
});
