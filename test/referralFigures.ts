import { ConsultStatus, Outcome, Urgency } from '../contract/consults.ts';
import { Direction, Lane } from '../contract/referralSheet.ts';
import { ENDED, OfferStatus, ReferralStatus } from '../contract/referralSteps.ts';
import { departmentId } from '../prisma/seed/departments.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import { idOf } from '../prisma/seed/ids.ts';
import { personId } from '../prisma/seed/network.ts';
import { type Random, randomFrom } from '../prisma/seed/random.ts';
import { Prisma } from '../server/db/generated/client.ts';
import { COUNTIES, PARTNERS } from './figures.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOSPITALS = [...COUNTIES, ...PARTNERS];
/** Codes as people write them: of every kind of case, of no chapter, and none. */
const CODES = ['I21.901', 'i63.9', 'S06.0', 'O14.1', 'E95.1', 'D49', 'XX', '', null];
const OUTSIDE = { hospital: '华西医院', phone: '028-85422114' };
const ENDS: readonly ReferralStatus[] = ENDED;

/** Often close to the turn of a month in Shanghai, and sometimes at the same instant as another. */
const moment = (random: Random): Date =>
  new Date(
    random.chance(0.2)
      ? Date.UTC(2026, random.int(6, 10), 0, 16) + random.int(-1, 1)
      : Date.UTC(2026, 6, 1) + random.int(0, 143 * 24) * HOUR,
  );
const later = (random: Random, from: Date, days: number): Date => new Date(from.getTime() + random.int(0, days * DAY));

/** Six people, and a seventh who was found out to be the second, by way of an eighth. */
export const IDENTITIES: Prisma.IdentityCreateManyInput[] = Array.from({ length: 8 }, (_, place) => ({
  id: idOf('stats identity', place),
  mergedIntoId: place < 6 ? null : idOf('stats identity', place === 6 ? 7 : 1),
}));

/** Eight records of them: of the first two there are two each, one of them in another hospital. */
export const PATIENTS: Prisma.PatientCreateManyInput[] = Array.from({ length: 8 }, (_, place) => ({
  id: idOf('stats patient', place),
  hospitalId: hospitalId(place === 7 ? 'jinchuan' : 'leibo'),
  identityId: idOf('stats identity', place < 6 ? place : place === 6 ? 0 : 6),
  known: true,
  sex: 'male',
  birthDate: new Date('1963-10-02'),
}));
const patient = (random: Random): string => random.pick(PATIENTS).id!;

export const referralBase = (place: number, from: string) => ({
  id: idOf('any referral', place),
  referralNo: `ZT${place}`,
  urgency: 'urgent' as const,
  fromHospitalId: hospitalId(from),
  fromDepartmentId: departmentId(from, '20'),
  referrerId: personId(`${from}.doctor`),
  reasons: [],
  sheetCipher: Buffer.from([0]),
});

/** Owner and end as the database demands them. */
export const standing = (status: ReferralStatus, from: string, at: Date) =>
  ENDS.includes(status) ? { status, endedAt: at } : { status, ownerHospitalId: hospitalId(from) };

/** Any mixture of facts, likely or not: the figures must not depend on the machine that makes them. */
export const anyReferral = (place: number): Prisma.ReferralCreateManyInput => {
  const random = randomFrom(place + 11);
  const [from, sent] = [random.pick(HOSPITALS), moment(random)];
  const maybe = (share: number, days = 20): Date | null => (random.chance(share) ? later(random, sent, days) : null);
  const discharged = maybe(0.4);
  return {
    ...referralBase(place, from),
    ...standing(random.pick(ReferralStatus.options), from, later(random, sent, 20)),
    direction: random.pick(Direction.options),
    lane: random.pick(Lane.options),
    urgency: random.pick(Urgency.options),
    patientId: patient(random),
    consultId: random.chance(0.1) ? idOf('any consult', random.int(0, 149)) : null,
    toHospitalId: random.chance(0.8) ? hospitalId(random.pick(HOSPITALS)) : null,
    outside: random.chance(0.6) ? OUTSIDE : Prisma.DbNull,
    dxCode: random.pick(CODES),
    createdAt: sent,
    submittedAt: random.chance(0.9) ? sent : null,
    acceptedAt: maybe(0.7),
    arrivedAt: maybe(0.5),
    admittedAt: maybe(0.5),
    dischargedAt: discharged,
    summaryAt: discharged && random.chance(0.7) ? new Date(discharged.getTime() + random.pick([0, 6, 7, 8]) * DAY) : null,
  };
};

const UNDECIDED = OfferStatus.options.filter((status) => status !== 'accepted');

/** None to three offers, at most one of them accepted; some were withdrawn after they had been accepted. */
export const anyOffers = (
  { id, createdAt }: { id?: string; createdAt: Date | string },
  place: number,
): Prisma.ReferralOfferCreateManyInput[] => {
  const random = randomFrom(place + 90_001);
  return Array.from({ length: random.int(0, 3) }, (_, at) => {
    const offeredAt = later(random, new Date(createdAt), 3);
    const to = random.chance(0.85) ? random.pick(HOSPITALS) : null;
    return {
      id: idOf('any offer', place, at),
      referralId: id!,
      hospitalId: to && hospitalId(to),
      departmentId: to && departmentId(to, '20'),
      outside: to === null && random.chance(0.8) ? OUTSIDE : Prisma.DbNull,
      status: at === 0 && random.chance(0.5) ? 'accepted' : random.pick(UNDECIDED),
      offeredAt,
      dueAt: offeredAt,
      decidedAt: later(random, offeredAt, 2),
      decidedById: random.chance(0.5) ? personId('xiangshan.specialist') : null,
    };
  });
};

export const anyConsult = (place: number): Prisma.ConsultCreateManyInput => {
  const random = randomFrom(place + 40_001);
  const sentAt = moment(random);
  const [from, to] = [random.pick(COUNTIES), random.pick(PARTNERS)];
  return {
    id: idOf('any consult', place),
    consultNo: `S${place}`,
    status: random.chance(0.7) ? 'closed' : random.pick(ConsultStatus.options),
    urgency: random.pick(Urgency.options),
    patientId: patient(random),
    agreementId: idOf('agreement', 0),
    fromHospitalId: hospitalId(from),
    fromDepartmentId: departmentId(from, '20'),
    requesterId: personId(`${from}.doctor`),
    toHospitalId: hospitalId(to),
    toDepartmentId: departmentId(to, '20'),
    purpose: '是否需要转院',
    dxCode: random.pick(CODES),
    callbackPhone: '0834-0001120',
    sentAt,
    limits: {},
    responseDueAt: sentAt,
    outcome: random.chance(0.9) ? (random.chance(0.5) ? 'continuedLocally' : random.pick(Outcome.options)) : null,
    endedAt: random.chance(0.9) ? later(random, sentAt, 8) : null,
  };
};
