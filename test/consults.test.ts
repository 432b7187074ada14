import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opinionHash } from '../server/consults/opinion.ts';
import { CARDIOLOGY, OPINION, stat, urgent } from './cases.ts';
import type { Person } from './person.ts';
import { house, type TestHouse } from './support.ts';

let h: TestHouse;
let doctor: Person;
let first: Person;
let second: Person;
let desk: Person;
beforeAll(async () => {
  h = await house();
  [doctor, first, second, desk] = await Promise.all(
    ['leibo.doctor', 'xiangshan.specialist', 'xiangshan.specialist2', 'xiangshan.center'].map((account) => h.person(account)),
  ) as [Person, Person, Person, Person];
});
afterAll(() => h.close());

const enterRoom = (person: Person, id: string) => person.ask('calls.enter', { kind: 'consult', id, device: 'desk', waiting: false });

describe('a consult', () => {
  it('walks from request to closed, and says at every step who may do what', async () => {
    const asked = await doctor.api.consults.request(urgent());
    const { id } = asked;
    expect(asked).toMatchObject({ status: 'requested', owner: 'invitee', mine: false, can: ['answerByPhone', 'cancel'], missing: [] });
    expect(asked.clock).toMatchObject({ name: 'firstResponse' });
    expect((await first.api.consults.read({ id })).can).toEqual(['accept', 'sendBack']);
    expect((await desk.api.consults.read({ id })).can).toEqual(['decline', 'sendBack', 'answerByPhone']);

    const accepted = await first.api.consults.accept({ id });
    expect(accepted).toMatchObject({ status: 'accepted', owner: 'consultant', mine: true, can: ['release'], clock: { name: 'join' } });
    await enterRoom(first, id);
    const inSession = await first.api.consults.read({ id });
    expect(inSession).toMatchObject({ status: 'inSession', can: ['sign'], clock: { name: 'writtenOpinion' } });
    expect(inSession.firstResponseAt).not.toBeNull();

    await first.api.consults.draftOpinion({ id, opinion: { diagnosis: '前壁心梗' } });
    expect((await first.api.consults.read({ id })).opinionDraft).toEqual({ diagnosis: '前壁心梗' });
    expect((await doctor.api.consults.read({ id })).opinionDraft).toBeNull();

    const signed = await first.api.consults.sign({ id, opinion: OPINION });
    expect(signed).toMatchObject({ status: 'signed', owner: 'requester', can: ['amend'], opinionDraft: null });
    expect((await doctor.api.consults.read({ id })).can).toEqual(['acknowledge']);
    await expect(doctor.api.consults.acknowledge({ id, adoption: 'partial' })).rejects.toMatchObject({ reason: 'adoption.reason' });
    const acknowledged = await doctor.api.consults.acknowledge({ id, adoption: 'partial', reason: '家属拒绝转运' });
    expect(acknowledged).toMatchObject({ status: 'acknowledged', can: ['close'], clock: null });
    const closed = await doctor.api.consults.close({ id, outcome: 'continuedLocally' });
    expect(closed).toMatchObject({ status: 'closed', owner: null, can: [], outcome: 'continuedLocally' });
    expect(closed.timeline.map(({ verb }) => verb)).toEqual(['request', 'accept', 'begin', 'sign', 'acknowledge', 'close']);
    expect(await h.db.deadline.count({ where: { subjectId: id, settledAt: null } })).toBe(0);
  });
});
void [second, stat, CARDIOLOGY, opinionHash];
