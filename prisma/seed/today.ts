import { planOf } from '../../server/consults/limits.ts';
import type { Cipher } from '../../server/db/cipher.ts';
import type { Tx } from '../../server/db/client.ts';
import type { Prisma } from '../../server/db/generated/client.ts';
import { agreements } from './agreements.ts';
import { caseRows } from './cases.ts';
import type { CaseRows } from './drafts.ts';
import { numberOf, type Written, writeCases } from './history.ts';
import { idOf } from './ids.ts';
import type { Deed } from './lives.ts';
import { type DemoPatient, patientMaker, statedAgain, type Wanted } from './patients.ts';
import { type DemoPerson, PEOPLE } from './people.ts';
import { type Random, randomFrom } from './random.ts';
import { type Rules, rulesOf } from './rules.ts';
import { STORIES } from './stories.ts';

type Step = readonly [minutesAgo: number, verb: Deed['verb'], by: Deed['by']];

interface Open {
  code: string;
  urgency: 'stat' | 'urgent' | 'routine';
  requester: string;
  consultant: string;
  sentMinutesAgo: number;
  steps: readonly Step[];
  /** About the patient of another case of today, whom this department has written down anew: a pair to be merged. */
  anew?: string;
}

/** What the first people to sign in find waiting; nothing rings. */
const OPEN: readonly Open[] = [
  {
    code: 'S06',
    urgency: 'urgent',
    requester: 'leibo.doctor',
    consultant: 'xiangshan.neuro',
    sentMinutesAgo: 70,
    steps: [[52, 'sendBack', 'candidate']],
  },
  {
    code: 'I21.0',
    urgency: 'stat',
    requester: 'leibo.doctor',
    consultant: 'xiangshan.specialist',
    sentMinutesAgo: 128,
    steps: [
      [126, 'accept', 'candidate'],
      [125, 'begin', 'call'],
      [24, 'sign', 'consultant'],
    ],
  },
  {
    code: 'I21.4',
    urgency: 'urgent',
    requester: 'leibo.medicine',
    consultant: 'xiangshan.specialist',
    sentMinutesAgo: 64,
    steps: [[40, 'sendBack', 'candidate']],
    anew: 'I21.0',
  },
  {
    code: 'I20.0',
    urgency: 'routine',
    requester: 'leibo.medicine',
    consultant: 'xiangshan.specialist',
    sentMinutesAgo: 46,
    steps: [[31, 'accept', 'candidate']],
  },
  {
    code: 'M12.1',
    urgency: 'routine',
    requester: 'jinchuan.surgery',
    consultant: 'huzhou.specialist',
    sentMinutesAgo: 85,
    steps: [[60, 'accept', 'candidate']],
  },
  {
    code: 'T79.4',
    urgency: 'urgent',
    requester: 'pingchang.doctor',
    consultant: 'jinjiang.specialist',
    sentMinutesAgo: 95,
    steps: [[88, 'answerByPhone', 'inviteeDesk']],
  },
];

const person = (account: string): DemoPerson => PEOPLE.find((each) => each.account === account)!;

const requestOf = ({ code, urgency, requester, consultant }: Open, now: Date, sentAt: Date) => {
  const [asking, asked] = [person(requester), person(consultant)];
  const agreement = agreements(now).find(
    ({ inviter, invitee }) => inviter === asking.hospital.key && invitee === asked.hospital.key,
  )!;
  const story = STORIES.find((each) => each.code === code)!;
  return { agreement, story, urgency, sentAt, requester: asking, from: asking.department!, to: asked.department! };
};

interface Scene {
  now: Date;
  rules: Rules;
  cipher: Cipher;
  taken: Set<string>;
  /** Today's patients by the code of their case. */
  met: Map<string, DemoPatient>;
}

const patientIn = ({ cipher, taken, met }: Scene, { code, anew }: Open, wanted: Wanted & { random: Random }): DemoPatient => {
  const earlier = anew && met.get(anew);
  const patient = earlier ? statedAgain(earlier, wanted) : patientMaker(cipher, wanted.random, taken)(wanted);
  met.set(code, patient);
  return patient;
};

const rowsOf = (scene: Scene, open: Open, place: number): CaseRows => {
  const { now, rules } = scene;
  const random = randomFrom(place);
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const request = requestOf(open, now, ago(open.sentMinutesAgo));
  const { from, story, sentAt, urgency } = request;
  const wanted = {
    id: idOf('patient', 'today', place),
    hospital: from.hospital,
    kind: story.patient,
    at: sentAt,
    unknown: false,
  };
  return caseRows(random, {
    id: idOf('consult', 'today', place),
    consultNo: numberOf('HZ', sentAt, place),
    request,
    consultant: person(open.consultant),
    deeds: open.steps.map(([minutes, verb, by]) => ({ verb, by, at: ago(minutes) })),
    patient: patientIn(scene, open, { ...wanted, random }),
    limits: rules.limits(urgency),
    responseDue: (at) => rules.due(urgency)('firstResponse', at),
  });
};

type Row = Prisma.ConsultGetPayload<object>;

/** The clock that people see and the deadline that the house keeps, as if it had got here by itself. */
const wound = (
  { consult, steps, ...rest }: CaseRows,
  { hours }: Rules,
): { rows: CaseRows; deadline: Prisma.DeadlineCreateManyInput } => {
  const now = steps.at(-1)!.at as Date;
  const { clock, alarm } = planOf(consult as unknown as Row, { now, hours, advised: rest.advices.length > 0 });
  const columns = { clockName: clock!.name, clockStartedAt: clock!.startedAt, clockDueAt: clock!.dueAt };
  const id = consult.id!;
  return {
    rows: { ...rest, steps, consult: { ...consult, ...columns } },
    deadline: { id: idOf('deadline', id), subjectId: id, action: alarm!.action, dueAt: alarm!.dueAt, input: { id } },
  };
};

/** Today's cases take their numbers where the next request will. */
const nextPlace = async (db: Tx): Promise<number> => {
  const [{ n }] = await db.$queryRaw<[{ n: bigint }]>`SELECT nextval('consult_no_seq') AS n`;
  return Number(n);
};

/** A handful of open consults of today, so that nobody's first page is empty. Lost alarms are found by the house's own sweep. */
export const seedToday = async (db: Tx, cipher: Cipher, { now, taken }: Written): Promise<void> => {
  const scene = { now, rules: await rulesOf(db, now), cipher, taken, met: new Map<string, DemoPatient>() };
  const open: ReturnType<typeof wound>[] = [];
  for (const each of OPEN) open.push(wound(rowsOf(scene, each, await nextPlace(db)), scene.rules));
  await writeCases(
    db,
    open.map(({ rows }) => rows),
  );
  await db.deadline.createMany({ data: open.map(({ deadline }) => deadline) });
};
