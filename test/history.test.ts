import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConsultRelation, type ConsultStatus, consultSteps, OpinionBody } from '../contract/consults.ts';
import { advance } from '../contract/kit.ts';
import { isIdNumber } from '../contract/records.ts';
import { endOfHistory } from '../prisma/seed/calendar.ts';
import { hospitalId as hospitalIdOf } from '../prisma/seed/hospitals.ts';
import { seedDemo } from '../prisma/seed/index.ts';
import { dueBy, limitsOf, planOf } from '../server/consults/limits.ts';
import { opinionHash } from '../server/consults/opinion.ts';
import { relations } from '../server/consults/relations.ts';
import type { ConsultStep, Prisma } from '../server/db/generated/client.ts';
import type { Actor } from '../server/edge/actor.ts';
import { reference } from '../server/reference/index.ts';
import type { WorkingHours } from '../server/reference/shapes.ts';
import { house, type TestHouse } from './support.ts';

const SHOWN = { steps: { orderBy: { at: 'asc' } }, opinions: true, advices: true, patient: true } satisfies Prisma.ConsultInclude;
type Seeded = Prisma.ConsultGetPayload<{ include: typeof SHOWN }>;

/** Steps of the history that are no moves of the machine. */
const BESIDE = ['request', 'advise', 'confirmAdvice'];

let h: TestHouse;
let all: Seeded[];
let over: Seeded[];
let open: Seeded[];
let actors: Map<string, Actor>;
let hours: WorkingHours;
/** Milliseconds of processor time: a busy machine makes the clock on the wall say anything. */
let took: number;

beforeAll(async () => {
  h = await house();
  const began = process.cpuUsage();
  await seedDemo(h.db, h.app.cipher, h.clock.now());
  const { user, system } = process.cpuUsage(began);
  took = (user + system) / 1000;
  all = await h.db.consult.findMany({ include: SHOWN });
  over = all.filter(({ endedAt }) => endedAt !== null);
  open = all.filter(({ endedAt }) => endedAt === null);
  const people = await h.db.person.findMany({ include: { memberships: true } });
  actors = new Map(people.map(({ id, memberships }) => [id, { kind: 'person', id, memberships }]));
  hours = (await reference(h.db, 'workingHours', h.clock.now())).data;
}, 120_000);
afterAll(() => h.close());

const moves = ({ steps }: Seeded): ConsultStep[] => steps.filter(({ verb }) => !BESIDE.includes(verb));
const timeOf = (row: Seeded, ...verbs: string[]): Date | null =>
  row.steps.findLast(({ verb }) => verbs.includes(verb))?.at ?? null;
const due = (row: Seeded) => dueBy(limitsOf(row), hours);

/** Every way in which the doer stood to the case when they did it: nobody is the clock, and a joining is also the call's. */
const standing = (row: Seeded, { personId, verb }: ConsultStep): Set<ConsultRelation> => {
  if (personId === null) return new Set(['clock']);
  return new Set([...relations(actors.get(personId)!, row), ...(verb === 'begin' ? (['call'] as const) : [])]);
};

it('makes some thousands in bearable time', () => {
  expect(over).toHaveLength(6_000);
  expect(took).toBeLessThan(20_000);
});

it('leaves every consult in a state that the machine leads to, each step by somebody who may', () => {
  for (const row of all) {
    expect(row.steps[0]!.verb).toBe('request');
    const reached = moves(row).reduce<ConsultStatus>(
      (from, step) => advance(consultSteps, { verb: step.verb as 'accept', from, relations: standing(row, step) }),
      'requested',
    );
    expect(reached).toBe(row.status);
  }
});

it('stamps each consult with the times of its steps', () => {
  for (const row of all) {
    expect(row.sentAt).toEqual(timeOf(row, 'request', 'resend'));
    expect(row.firstResponseAt).toEqual(timeOf(row, 'begin', 'answerByPhone'));
    expect(row.answeredByPhone).toBe(timeOf(row, 'answerByPhone') !== null);
    expect(row.signedAt).toEqual(timeOf(row, 'sign', 'amend'));
    expect(row.acknowledgedAt).toEqual(timeOf(row, 'acknowledge'));
    expect(row.endedAt).toEqual(timeOf(row, 'close', 'decline', 'cancel', 'expire'));
    expect(row.adoption === null).toBe(row.acknowledgedAt === null);
    expect(row.outcome === null).toBe(row.status !== 'closed');
  }
});

it('keeps every deadline that the clock would have kept', () => {
  for (const row of all) {
    expect(row.responseDueAt).toEqual(due(row)('firstResponse', row.sentAt));
    const expires = due(row)('expire', row.sentAt);
    if (row.status === 'expired') expect(row.endedAt).toEqual(expires);
    if (row.acceptedAt) expect(row.acceptedAt < expires).toBe(true);
    for (const [place, step] of moves(row).entries()) {
      const next = moves(row)[place + 1];
      if (step.verb !== 'accept' || !next) continue;
      expect(next.at <= due(row)('join', step.at)).toBe(true);
      if (next.verb === 'ringAgain') expect(next.at).toEqual(due(row)('join', step.at));
    }
  }
});

it('ends the history yesterday, and leaves nothing ringing', async () => {
  const end = endOfHistory(h.clock.now());
  expect(over.filter((row) => row.endedAt! >= end)).toEqual([]);
  expect(new Set(over.map((row) => row.consultNo)).size).toBe(over.length);
  expect(await h.db.page.count()).toBe(0);
  expect(all.filter(({ status }) => status === 'requested')).toEqual([]);
});

it('asks only under an agreement in force that covers the department', async () => {
  const agreements = new Map((await h.db.agreement.findMany()).map((each) => [each.id, each]));
  const codes = new Map((await h.db.department.findMany()).map(({ id, code }) => [id, code]));
  for (const row of all) {
    const agreement = agreements.get(row.agreementId)!;
    expect([agreement.inviterId, agreement.inviteeId]).toEqual([row.fromHospitalId, row.toHospitalId]);
    expect(agreement.validFrom <= row.sentAt && row.sentAt <= agreement.validTo).toBe(true);
    expect(agreement.invitedCodes).toContain(codes.get(row.toDepartmentId));
  }
});

it('signs opinions with hashes that anybody can compute again', () => {
  for (const row of all) {
    const signings = moves(row).filter(({ verb }) => verb === 'sign' || verb === 'amend').length;
    expect(row.opinions).toHaveLength(signings);
    for (const { consultId, version, body, signerId, signedAt, hash } of row.opinions) {
      const content = { consultId, version, body: OpinionBody.parse(body), signerId, signedAt: signedAt.toISOString() };
      expect(hash).toBe(opinionHash(content));
      expect(signerId).toBe(row.consultantId);
    }
  }
});

const patients = () => [...new Map(all.map(({ patient }) => [patient.id, patient])).values()];

it('seals patients whose demo numbers are valid, nobody else’s, and unique in a hospital', () => {
  const numbers = patients().flatMap((patient) =>
    patient.idNumberCipher ? [`${patient.hospitalId} ${h.app.cipher.open(patient.idNumberCipher)}`] : [],
  );
  expect(numbers.length).toBeGreaterThan(4_000);
  expect(numbers.filter((number) => !isIdNumber(number.split(' ')[1]!))).toEqual([]);
  expect(numbers.filter((number) => number.slice(-4, -1) !== '000')).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('has patients who came back, and a pair of records that say the same of one person', async () => {
  const cases = Map.groupBy(all, ({ patientId }) => patientId);
  expect([...cases.values()].filter(({ length }) => length > 1).length).toBeGreaterThan(50);
  const leibo = patients().filter(({ hospitalId, nameIndex }) => hospitalId === hospitalIdOf('leibo') && nameIndex);
  const said = Map.groupBy(
    leibo,
    ({ nameIndex, birthDate, sex }) => `${Buffer.from(nameIndex!).toString('hex')} ${birthDate} ${sex}`,
  );
  const pairs = [...said.values()].filter(({ length }) => length > 1);
  expect(pairs.map(({ length }) => length)).toEqual([2]);
  expect(new Set(pairs[0]!.map(({ identityId }) => identityId)).size).toBe(2);
});

it('shows what the second line changed: fewer unanswered, faster first responses', () => {
  const stats = all.filter(({ urgency, endedAt }) => urgency === 'stat' && endedAt !== null);
  const turn = h.clock.now().getTime() - 300 * 86_400_000;
  const share = (rows: Seeded[]) =>
    rows.filter((row) => row.firstResponseAt && row.firstResponseAt <= row.responseDueAt).length / rows.length;
  expect(share(stats.filter(({ sentAt }) => sentAt.getTime() < turn))).toBeLessThan(0.82);
  expect(share(stats.filter(({ sentAt }) => sentAt.getTime() > turn))).toBeGreaterThan(0.9);
});

it('winds the clocks of what is open as the house would have', async () => {
  expect(open.map(({ status }) => status).sort()).toEqual([
    'accepted',
    'accepted',
    'inSession',
    'returned',
    'returned',
    'signed',
  ]);
  for (const row of open) {
    const now = row.steps.at(-1)!.at;
    const { clock, alarm } = planOf(row, { now: moves(row).at(-1)!.at, hours, advised: row.advices.length > 0 });
    expect([row.clockName, row.clockStartedAt, row.clockDueAt]).toEqual([clock!.name, clock!.startedAt, clock!.dueAt]);
    const deadlines = await h.db.deadline.findMany({ where: { subjectId: row.id } });
    expect(deadlines.map(({ action, dueAt }) => ({ action, dueAt }))).toEqual([alarm]);
    expect(alarm!.dueAt > now && alarm!.dueAt > h.clock.now()).toBe(true);
  }
});

it('lets the first doctor acknowledge and the next request be sent', async () => {
  const doctor = await h.person('leibo.doctor');
  const mine = await doctor.api.consults.list({ box: 'mine' });
  const signed = mine.items.find(({ status }) => status === 'signed')!;
  const done = await doctor.api.consults.acknowledge({ id: signed.id, adoption: 'full' });
  expect(done.status).toBe('acknowledged');
  expect(done.opinions).toHaveLength(1);
  expect(done.patient.name).toMatch(/\p{Script=Han}{2,}/u);
});
