import type { Direction, Lane, ReferralReason, Sheet } from '../../contract/referralSheet.ts';
import { type ReferralStatus, type ReferralVerb, referralSteps } from '../../contract/referralSteps.ts';
import type { Cipher } from '../../server/db/cipher.ts';
import type { Tx } from '../../server/db/client.ts';
import type { Prisma, Referral } from '../../server/db/generated/client.ts';
import { limitsNow, planOf } from '../../server/referrals/limits.ts';
import { sheetColumns } from '../../server/referrals/sheet.ts';
import { ownerOf } from '../../server/referrals/turns.ts';
import { agreements } from './agreements.ts';
import { departmentId } from './departments.ts';
import { hospitalId, landline } from './hospitals.ts';
import { idOf } from './ids.ts';
import { personId } from './network.ts';
import { type DemoPatient, identityOf, patientMaker } from './patients.ts';
import { type DemoPerson, PEOPLE } from './people.ts';
import { randomFrom } from './random.ts';
import { SCENES } from './referralScenes.ts';
import { STORIES, type Story } from './stories.ts';

/** A referral of the demo: who to whom, about which story, and what has been done how many minutes ago. */
export interface Scene {
  code: string;
  direction: Direction;
  lane: Lane;
  urgency: 'stat' | 'urgent' | 'routine';
  reasons: readonly ReferralReason[];
  from: string;
  to: string;
  deeds: readonly (readonly [minutesAgo: number, verb: ReferralVerb | 'start'])[];
  /** Hours from now. */
  expectedIn?: number;
}

const person = (account: string): DemoPerson => PEOPLE.find((each) => each.account === account)!;
const after = (status: ReferralStatus, verb: string): ReferralStatus =>
  referralSteps.find((row) => row.verb === verb && row.from.includes(status))?.to ?? status;

const RECEIVING: ReadonlySet<string> = new Set([
  'accept',
  'reject',
  'arrange',
  'admit',
  'discharge',
  'returnSummary',
  'receive',
  'followUp',
  'close',
  'noShow',
]);
const DESKS: ReadonlySet<string> = new Set(['approve', 'arrange', 'reroute', 'noShow']);
/** The column that keeps when a verb was used. */
const COLUMNS: Readonly<Record<string, keyof Prisma.ReferralCreateManyInput>> = {
  approve: 'submittedAt',
  send: 'submittedAt',
  accept: 'acceptedAt',
  depart: 'departedAt',
  arrive: 'arrivedAt',
  admit: 'admittedAt',
  discharge: 'dischargedAt',
  returnSummary: 'summaryAt',
};

const told = (text: string, { sexWord, age }: DemoPatient): string =>
  text.replaceAll('{sex}', sexWord).replaceAll('{age}', String(age)).replaceAll('{hours}', '3');

const sheetFor = (scene: Scene, story: Story, patient: DemoPatient): Sheet => ({
  dx: { name: story.dx, code: story.code },
  reasons: [...scene.reasons],
  complaint: story.reason.slice(0, 60),
  presentIllness: told(story.summary, patient),
  allergies: '否认药物过敏',
  vitals: {
    temperature: 36.8,
    pulse: 102,
    respiration: 22,
    systolic: 104,
    diastolic: 66,
    spo2: 91,
    oxygen: 'cannula',
    consciousness: 'alert',
  },
  results: story.auxResults,
  treatments: story.opinion.treatment.slice(0, 400),
  infection: { state: 'none' },
  consent: { state: 'signed', signer: 'relative', signerName: '家属（演示）' },
  companion: { name: '家属（演示）', relation: '配偶', phone: '15400088001' },
  callbackPhone: landline(person(scene.from).hospital, 120),
  transport: {
    mode: 'hospitalAmbulance',
    routeMinutes: 320,
    oxygenFlow: 3,
    oxygenLitres: 2400,
    risks: ['shock'],
    escort: '医生、护士各 1 名',
  },
  ...(scene.direction === 'down' && {
    homePlan: {
      rehabilitation: '床边康复每日两次，三周',
      medication: '按出院带药',
      followUp: '两周复查，电话随访',
      followUpAt: '2027-01-15',
    },
  }),
});

interface Stage {
  db: Tx;
  cipher: Cipher;
  now: Date;
  taken: Set<string>;
}

/** Offers as the deeds tell them: one for each sending, answered or not. */
const offersOf = (
  id: string,
  { deeds, to }: Scene,
  { at, agreementId }: { at: (minutes: number) => Date; agreementId: string | null },
) => {
  const asked = person(to);
  const offers: Prisma.ReferralOfferCreateManyInput[] = [];
  for (const [minutes, verb] of deeds) {
    const open = offers.at(-1);
    if (verb === 'approve' || verb === 'send' || verb === 'reroute') {
      const offeredAt = at(minutes);
      offers.push({
        id: idOf('offer', id, offers.length),
        referralId: id,
        hospitalId: hospitalId(asked.hospital.key),
        departmentId: departmentId(asked.hospital.key, asked.department!.code),
        agreementId,
        offeredAt,
        dueAt: new Date(offeredAt.getTime() + 7_200_000),
      });
    } else if (open && (verb === 'accept' || verb === 'reject')) {
      Object.assign(open, {
        status: `${verb}ed`,
        decidedAt: at(minutes),
        decidedById: personId(to),
        reason: verb === 'reject' ? 'R1' : null,
      });
    }
  }
  return offers;
};

const write = async ({ db, cipher, now, taken }: Stage, scene: Scene, place: number): Promise<void> => {
  const [from, to] = [person(scene.from), person(scene.to)];
  const story = STORIES.find(({ code }) => code === scene.code)!;
  const random = randomFrom(9_000 + place);
  const id = idOf('referral', place);
  const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const createdAt = at(scene.deeds[0]![0]);
  const patient = patientMaker(
    cipher,
    random,
    taken,
  )({ id: idOf('patient', 'referral', place), hospital: from.hospital, kind: story.patient, at: createdAt, unknown: false });
  let status: ReferralStatus = 'draft';
  const statuses = scene.deeds.map(([, verb]) => {
    status = after(status, verb);
    return status;
  });
  const times = Object.fromEntries(
    scene.deeds.flatMap(([minutes, verb]) => (COLUMNS[verb] ? [[COLUMNS[verb], at(minutes)]] : [])),
  );
  const agreement = agreements(now).find(({ inviter, invitee }) =>
    [inviter, invitee].every((key) => [from.hospital.key, to.hospital.key].includes(key)),
  );
  const ended = statuses.at(-1) === 'closed';
  const columns = {
    id,
    referralNo: `ZZ${createdAt.toISOString().slice(0, 10).replaceAll('-', '')}${String(place).padStart(6, '0')}`,
    direction: scene.direction,
    lane: scene.lane,
    urgency: scene.urgency,
    status,
    patientId: patient.row.id,
    fromHospitalId: hospitalId(from.hospital.key),
    fromDepartmentId: departmentId(from.hospital.key, from.department!.code),
    referrerId: personId(scene.from),
    toHospitalId: hospitalId(to.hospital.key),
    toDepartmentId: departmentId(to.hospital.key, to.department!.code),
    takenOver: false,
    createdAt,
    ...sheetColumns(cipher, sheetFor(scene, story, patient)),
    limits: { ...(await limitsNow({ db, now }, scene, null)) },
    ...times,
    ...(scene.expectedIn !== undefined && {
      expectedAt: at(-scene.expectedIn * 60),
      code: String(random.int(100_000, 999_999)),
      attending: to.name,
      place: '急诊楼一层分诊台',
    }),
    ...(ended && { endedAt: at(scene.deeds.at(-1)![0]), sightUntil: at(-43_200) }),
  };
  const plan = planOf({ closesAt: null, ...columns } as unknown as Referral, at(scene.deeds.at(-1)![0]));
  await db.identity.createMany({ data: [identityOf(patient.row)], skipDuplicates: true });
  await db.patient.create({ data: patient.row });
  await db.referral.create({
    data: {
      ...columns,
      ...ownerOf(columns),
      clockName: plan.clock?.name ?? null,
      clockStartedAt: plan.clock?.startedAt ?? null,
      clockDueAt: plan.clock?.dueAt ?? null,
    },
  });
  await db.referralOffer.createMany({ data: offersOf(id, scene, { at, agreementId: agreement?.id ?? null }) });
  await db.referralStep.createMany({
    data: scene.deeds.map(([minutes, verb], step) => {
      const side = RECEIVING.has(verb) ? to : from;
      const account = DESKS.has(verb) ? `${side.hospital.key}.center` : side.account;
      return {
        id: idOf('referralStep', id, step),
        referralId: id,
        verb,
        status: statuses[step]!,
        personId: personId(account),
        hospitalId: hospitalId(side.hospital.key),
        at: at(minutes),
      };
    }),
  });
  const ahead = plan.alarms.filter(({ dueAt }) => dueAt > now);
  await db.deadline.createMany({
    data: ahead.map(({ action, dueAt }) => ({
      id: idOf('deadline', id, action, dueAt.getTime()),
      action: `referrals.${action}`,
      subjectId: id,
      dueAt,
      input: { id },
    })),
  });
};

/** Referrals in every part of the board, so that nobody's first page is empty; nothing rings. Needs the network and the reference sets. */
export const seedReferrals = async (db: Tx, cipher: Cipher, { now, taken }: { now: Date; taken: Set<string> }): Promise<void> => {
  for (const scene of SCENES) {
    const [{ n }] = await db.$queryRaw<[{ n: bigint }]>`SELECT nextval('referral_no_seq') AS n`;
    await write({ db, cipher, now, taken }, scene, Number(n));
  }
};
