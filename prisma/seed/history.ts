import { dueBy } from '../../server/consults/limits.ts';
import type { Cipher } from '../../server/db/cipher.ts';
import type { Tx } from '../../server/db/client.ts';
import { addWorkingTime } from '../../server/reference/calendar.ts';
import { reference } from '../../server/reference/index.ts';
import { endOfHistory } from './calendar.ts';
import { type CaseRows, caseRows } from './cases.ts';
import { idOf } from './ids.ts';
import { type Deed, lifeOf } from './lives.ts';
import { patientMaker } from './patients.ts';
import { type Random, randomFrom } from './random.ts';
import { type DemoRequest, requestMaker } from './requests.ts';

/** Consults of the two years. */
const COUNT = 6_000;
const DAY = 86_400_000;
/** Since ten months the second line rings by itself: the figures show what that changed. */
const SECOND_LINE_DAYS = 300;
/** Rows per statement: PostgreSQL takes at most 65 535 parameters in one. */
const BATCH = 1_000;

type Rules = Awaited<ReturnType<typeof rulesOf>>;

export const rulesOf = async (db: Tx, now: Date) => {
  const [limits, hours] = [await reference(db, 'consultLimits', now), await reference(db, 'workingHours', now)];
  const of = (urgency: DemoRequest['urgency']) => ({ version: limits.version, ...limits.data[urgency] });
  return {
    limits: of,
    due: (urgency: DemoRequest['urgency']) => dueBy(of(urgency), hours.data),
    after: (urgency: DemoRequest['urgency'], from: Date, seconds: number): Date =>
      urgency === 'routine' ? addWorkingTime(hours.data, from, seconds) : new Date(from.getTime() + Math.round(seconds * 1000)),
  };
};

const lifeIn = (random: Random, { now, rules }: { now: Date; rules: Rules }, { urgency, sentAt }: DemoRequest): Deed[] => {
  const daysAgo = (now.getTime() - sentAt.getTime()) / DAY;
  return lifeOf(random, {
    urgency,
    sentAt,
    progress: 1 - daysAgo / 731,
    secondLine: daysAgo < SECOND_LINE_DAYS,
    due: rules.due(urgency),
    after: (from, seconds) => rules.after(urgency, from, seconds),
  });
};

interface Lived {
  request: DemoRequest;
  deeds: Deed[];
}

const numberOf = (sentAt: Date, place: number): string => {
  const day = new Date(sentAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
  return `HZ${day}${String(place).padStart(6, '0')}`;
};

/** What is still open when the history ends would need a living clock: it is left out, and today's cases are made apart. */
const livedOut = (random: Random, world: { now: Date; rules: Rules }): Lived[] => {
  const make = requestMaker(world.now, random);
  const end = endOfHistory(world.now);
  const all: Lived[] = [];
  while (all.length < COUNT) {
    const request = make();
    const deeds = lifeIn(random, world, request);
    if (request.sentAt <= request.agreement.validTo && deeds.at(-1)!.at < end) all.push({ request, deeds });
  }
  return all.sort((a, b) => a.request.sentAt.getTime() - b.request.sentAt.getTime());
};

const histories = (cipher: Cipher, world: { now: Date; rules: Rules }): CaseRows[] => {
  const random = randomFrom(20_241_123);
  const patientFor = patientMaker(cipher, random);
  return livedOut(random, world).map(({ request, deeds }, place) => {
    const { urgency, sentAt, story, from } = request;
    const unknown = urgency === 'stat' && story.patient === 'worker' && random.chance(0.06);
    const wanted = { id: idOf('patient', place), hospital: from.hospital, kind: story.patient, at: sentAt, unknown };
    return caseRows(random, {
      id: idOf('consult', place),
      consultNo: numberOf(sentAt, place + 1),
      request,
      deeds,
      patient: patientFor(wanted),
      limits: world.rules.limits(urgency),
      responseDue: (from) => world.rules.due(urgency)('firstResponse', from),
    });
  });
};

const inBatches = async <T>(rows: readonly T[], write: (data: T[]) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < rows.length; at += BATCH) await write(rows.slice(at, at + BATCH));
};

export const writeCases = async (db: Tx, cases: readonly CaseRows[]): Promise<void> => {
  await inBatches(
    cases.map(({ patient }) => patient),
    (data) => db.patient.createMany({ data }),
  );
  await inBatches(
    cases.map(({ consult }) => consult),
    (data) => db.consult.createMany({ data }),
  );
  await inBatches(
    cases.flatMap(({ steps }) => steps),
    (data) => db.consultStep.createMany({ data }),
  );
  await inBatches(
    cases.flatMap(({ opinions }) => opinions),
    (data) => db.opinion.createMany({ data }),
  );
  await inBatches(
    cases.flatMap(({ advices }) => advices),
    (data) => db.advice.createMany({ data }),
  );
};

/**
 * Two years of synthetic consults up to yesterday, the same on every machine that seeds on the same day (but for the
 * nonces of sealed names). Needs the network and the reference sets.
 */
export const seedHistory = async (db: Tx, cipher: Cipher, { now }: { now: Date }): Promise<void> => {
  await writeCases(db, histories(cipher, { now, rules: await rulesOf(db, now) }));
  await db.$executeRaw`SELECT setval('consult_no_seq', ${COUNT})`;
};
