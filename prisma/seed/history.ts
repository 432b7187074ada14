import type { Cipher } from '../../server/db/cipher.ts';
import type { Tx } from '../../server/db/client.ts';
import { insertRows } from './bulk.ts';
import { endOfHistory } from './calendar.ts';
import { caseRows } from './cases.ts';
import type { CaseRows } from './drafts.ts';
import { hospitalId } from './hospitals.ts';
import { idOf } from './ids.ts';
import { type Deed, lifeOf } from './lives.ts';
import { type DemoPatient, identityOf, later, patientMaker, type Wanted } from './patients.ts';
import { peopleOf } from './people.ts';
import { type Random, randomFrom } from './random.ts';
import { type DemoRequest, requestMaker } from './requests.ts';
import { type Rules, rulesOf } from './rules.ts';

/** Consults of the two years. */
const COUNT = 6_000;
const DAY = 86_400_000;
/** Since ten months the second line rings by itself: the figures show what that changed. */
const SECOND_LINE_DAYS = 300;

/** When it is seeded, and the identity numbers that are given out already. */
export interface Written {
  now: Date;
  taken: Set<string>;
}

interface World {
  now: Date;
  rules: Rules;
}

const lifeIn = (random: Random, { now, rules }: World, { urgency, sentAt }: DemoRequest): Deed[] => {
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

/** As the records room counts: prefix, the day in Asia/Shanghai, six digits. */
export const numberOf = (prefix: string, at: Date, place: number): string => {
  const day = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
  return `${prefix}${day}${String(place).padStart(6, '0')}`;
};

/** What is still open when the history ends would need a living clock: it is left out, and today's cases are made apart. */
const livedOut = (random: Random, world: World): Lived[] => {
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

/** Who comes back goes by the same record: every thirtieth case is of somebody of that hospital who has been asked about before. */
const RETURNS = 1 / 30;
const MONTH = 30 * DAY;

/** New patients, and now and then one of earlier. */
const patientsOf = (random: Random, patientFor: (wanted: Wanted) => DemoPatient) => {
  const met: DemoPatient[] = [];
  return (wanted: Wanted): DemoPatient => {
    const { hospital, kind, at, unknown } = wanted;
    const before = at.getTime() - MONTH;
    const back = (one: DemoPatient) =>
      one.kind === kind && one.row.hospitalId === hospitalId(hospital.key) && one.row.createdAt.getTime() < before;
    const earlier = !unknown && kind !== 'newborn' && random.chance(RETURNS) ? met.findLast(back) : undefined;
    if (earlier) return later(earlier, at);
    const patient = patientFor(wanted);
    if (patient.row.idNumberIndex) met.push(patient);
    return patient;
  };
};

const histories = (cipher: Cipher, world: World, taken: Set<string>): CaseRows[] => {
  const random = randomFrom(20_241_123);
  const patientFor = patientsOf(randomFrom(7), patientMaker(cipher, random, taken));
  return livedOut(random, world).map(({ request, deeds }, place) => {
    const { urgency, sentAt, story, from } = request;
    const unknown = urgency === 'stat' && story.patient === 'worker' && random.chance(0.06);
    const wanted = { id: idOf('patient', place), hospital: from.hospital, kind: story.patient, at: sentAt, unknown };
    return caseRows(random, {
      id: idOf('consult', place),
      consultNo: numberOf('HZ', sentAt, place + 1),
      request,
      deeds,
      consultant: peopleOf(request.to)[random.chance(0.78) ? 0 : 1]!,
      patient: patientFor(wanted),
      limits: world.rules.limits(urgency),
      responseDue: (from) => world.rules.due(urgency)('firstResponse', from),
    });
  });
};

export const writeCases = async (db: Tx, cases: readonly CaseRows[]): Promise<void> => {
  const patients = [...new Map(cases.map(({ patient }) => [patient.id, patient])).values()];
  await insertRows(db, 'identity', patients.map(identityOf));
  await insertRows(db, 'patient', patients);
  await insertRows(
    db,
    'consult',
    cases.map(({ consult }) => consult),
  );
  await insertRows(
    db,
    'consult_step',
    cases.flatMap(({ steps }) => steps),
  );
  await insertRows(
    db,
    'opinion',
    cases.flatMap(({ opinions }) => opinions),
  );
  await insertRows(
    db,
    'advice',
    cases.flatMap(({ advices }) => advices),
  );
};

/**
 * Two years of synthetic consults up to yesterday, the same on every machine that seeds on the same day (but for the
 * nonces of sealed names). Needs the network and the reference sets.
 */
export const seedHistory = async (db: Tx, cipher: Cipher, { now, taken }: Written): Promise<void> => {
  await writeCases(db, histories(cipher, { now, rules: await rulesOf(db, now) }, taken));
  await db.$executeRaw`SELECT setval('consult_no_seq', ${COUNT})`;
};
