import { DX_CHAPTERS, type DxChapter } from '../contract/dxChapters.ts';
import type { CountedMetric, MetricPart } from '../contract/referralMetrics.ts';
import type { ReferralCaseFilter } from '../contract/referralStats.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import type { Consult, HospitalActivity, Identity, Patient, Referral, ReferralOffer } from '../server/db/generated/client.ts';
import { COUNTIES, NOW } from './figures.ts';

/** Everything there is, and what the asker may see of it: null for everything. */
export interface World {
  referrals: Referral[];
  offers: ReferralOffer[];
  consults: Consult[];
  patients: Patient[];
  identities: Identity[];
  activity: HospitalActivity[];
  own: string | null;
}

/** One case as a metric counts it: when, where, and of what. */
export interface Case {
  id: string;
  at: Date | null;
  from: string;
  to: string;
  dxCode: string | null;
  direction?: string;
  lane?: string;
  status?: string;
  answer?: string;
  seconds?: number;
}

const WEEK = 7 * 24 * 3_600_000;
export const monthOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 7);
export const category = (code: string | null): string | null =>
  code && /^[A-Z]\d\d/.test(code.toUpperCase()) ? code.toUpperCase().slice(0, 3) : null;
export const chapter = (code: string | null): DxChapter => {
  const three = category(code);
  for (const [name, [first, last]] of Object.entries(DX_CHAPTERS)) {
    if (three && three >= first && three <= last) return name as DxChapter;
  }
  return 'unknown';
};
const endOf = (id: string | null, outside: unknown): string => id ?? (outside ? 'outside' : 'unknown');

const ofReferral = (row: Referral, at: Date | null): Case => ({
  ...row,
  at,
  from: row.fromHospitalId,
  to: endOf(row.toHospitalId, row.outside),
});
const over = (row: Referral): boolean => row.endedAt !== null || row.status === 'noShow' || row.status === 'diverted';

const sentOf = ({ referrals }: World) => referrals.filter(({ submittedAt }) => submittedAt !== null);
const saidYes = ({ status, decidedById }: ReferralOffer): boolean =>
  status === 'accepted' || (status === 'withdrawn' && decidedById !== null);
const answered = (offer: ReferralOffer): boolean => saidYes(offer) || offer.status === 'rejected';
const counted = (offer: ReferralOffer): boolean => answered(offer) || offer.status === 'expired';

const personOf = ({ patients, identities }: World, patientId: string): string => {
  let id = patients.find((patient) => patient.id === patientId)!.identityId;
  for (let next: string | null = id; next; next = identities.find((each) => each.id === id)!.mergedIntoId) id = next;
  return id;
};
const samePerson = (world: World, a: string, b: string): boolean => personOf(world, a) === personOf(world, b);
const wentUp = (world: World, consult: Consult): boolean =>
  sentOf(world).some((row) => {
    if (row.direction !== 'up' || row.submittedAt! < consult.sentAt) return false;
    if (row.submittedAt!.getTime() >= consult.endedAt!.getTime() + WEEK) return false;
    if (row.consultId === consult.id) return true;
    const [mine, theirs] = [category(row.dxCode), category(consult.dxCode)];
    return samePerson(world, row.patientId, consult.patientId) && (mine === theirs || mine === null || theirs === null);
  });

const isCounty = (id: string): boolean => COUNTIES.map(hospitalId).includes(id);
const visitsKnown = ({ activity, own }: World, row: Referral, county: boolean): boolean =>
  isCounty(row.fromHospitalId) === county &&
  (own === null || row.fromHospitalId === own) &&
  activity.some(({ hospitalId: id, month }) => id === row.fromHospitalId && month === monthOf(row.submittedAt!));

type Picked = readonly [at: 'submittedAt' | 'acceptedAt' | 'dischargedAt' | 'admittedAt', of: (row: Referral) => boolean];
const up = ({ direction }: Referral) => direction === 'up';
const down = ({ direction }: Referral) => direction === 'down';

const REFERRALS = (world: World): Partial<Record<`${CountedMetric}.${MetricPart}`, Picked>> => ({
  'K07.numerator': ['submittedAt', (row) => up(row) && visitsKnown(world, row, true)],
  'K07.beside': ['submittedAt', (row) => up(row) && !visitsKnown(world, row, true)],
  'K08.numerator': ['submittedAt', (row) => down(row) && visitsKnown(world, row, false)],
  'K08.beside': ['submittedAt', (row) => down(row) && !visitsKnown(world, row, false)],
  'K08R.numerator': ['submittedAt', down],
  'K08R.denominator': ['submittedAt', up],
  'K11.numerator': ['acceptedAt', (row) => row.arrivedAt !== null],
  'K11.denominator': ['acceptedAt', () => true],
  'K11.beside': ['acceptedAt', (row) => row.arrivedAt === null && !over(row)],
  'K11N.numerator': ['acceptedAt', (row) => row.arrivedAt === null && over(row)],
  'K11N.denominator': ['acceptedAt', () => true],
  'K12.numerator': [
    'dischargedAt',
    (row) => up(row) && row.summaryAt !== null && row.summaryAt.getTime() - row.dischargedAt!.getTime() <= WEEK,
  ],
  'K12.denominator': ['dischargedAt', up],
  'K12.beside': ['admittedAt', (row) => up(row) && row.dischargedAt === null],
  'K15.denominator': ['submittedAt', () => true],
  'K16.denominator': ['submittedAt', up],
});

const OFFERS: Partial<Record<`${CountedMetric}.${MetricPart}`, (offer: ReferralOffer) => boolean>> = {
  'K09.numerator': saidYes,
  'K09.denominator': counted,
  'K09.beside': (offer) => !counted(offer),
  'K10.numerator': answered,
  'K10.denominator': counted,
};

const gone = ({ outcome }: Consult): boolean => outcome === 'died' || outcome === 'selfDischarged';
const settled = ({ status, endedAt }: Consult): boolean =>
  status === 'closed' && endedAt !== null && endedAt.getTime() + WEEK <= NOW.getTime();
const stayed = ({ status, outcome }: Consult): boolean => status === 'closed' && outcome === 'continuedLocally';
const CONSULTS = (world: World): Partial<Record<`${CountedMetric}.${MetricPart}`, (consult: Consult) => boolean>> => ({
  'K13.numerator': (consult) => settled(consult) && stayed(consult) && !wentUp(world, consult),
  'K13.denominator': (consult) => settled(consult) && consult.outcome !== null && !gone(consult),
  'K13.beside': (consult) => settled(consult) && gone(consult),
  'K16L.denominator': stayed,
});

const ofOffer = ({ referrals }: World, offer: ReferralOffer): Case => {
  const row = referrals.find(({ id }) => id === offer.referralId)!;
  const seconds = (offer.decidedAt!.getTime() - offer.offeredAt.getTime()) / 1000;
  return {
    id: offer.id,
    at: row.submittedAt && offer.offeredAt,
    from: row.fromHospitalId,
    to: endOf(offer.hospitalId, offer.outside),
    dxCode: row.dxCode,
    direction: row.direction,
    lane: row.lane,
    answer: offer.status,
    seconds,
  };
};

/** Every part that a metric has, by name. */
export const partsOf = (world: World): string[] => [REFERRALS(world), OFFERS, CONSULTS(world)].flatMap(Object.keys);

const casesOf = (world: World, name: `${CountedMetric}.${MetricPart}`): Case[] => {
  const [picked, offer, consult] = [REFERRALS(world)[name], OFFERS[name], CONSULTS(world)[name]];
  if (picked)
    return sentOf(world)
      .filter((row) => row[picked[0]] && picked[1](row))
      .map((row) => ofReferral(row, row[picked[0]]));
  if (offer) return world.offers.filter(offer).map((row) => ofOffer(world, row));
  return world.consults
    .filter(consult!)
    .map((row) => ({ id: row.id, at: row.endedAt, from: row.fromHospitalId, to: row.toHospitalId, dxCode: row.dxCode }));
};

/** Two that must be equal where the case has such a thing at all. */
const agrees = (of: string | undefined, wanted: string | undefined): boolean => of === undefined || !wanted || of === wanted;

/** What a filter chooses, newest first: slowly, plainly. */
export const chosenBy = (world: World, filter: Omit<ReferralCaseFilter, 'metric' | 'part'>, name: string): Case[] =>
  casesOf(world, name as `${CountedMetric}.${MetricPart}`)
    .filter(({ at }) => at && monthOf(at) >= filter.from && monthOf(at) <= filter.to)
    .filter(({ from, to }) => world.own === null || from === world.own || to === world.own)
    .filter(({ from }) => !filter.fromHospitalId || from === filter.fromHospitalId)
    .filter(({ to }) => !filter.toEnd || to === filter.toEnd)
    .filter(({ dxCode }) => !filter.chapter || chapter(dxCode) === filter.chapter)
    .filter(({ dxCode }) => !filter.category || category(dxCode) === filter.category)
    .filter(({ direction, lane }) => agrees(direction, filter.direction) && agrees(lane, filter.lane))
    .filter(({ status, answer }) => agrees(status, filter.status) && agrees(answer, filter.answer))
    .sort((a, b) => b.at!.getTime() - a.at!.getTime() || (a.id < b.id ? 1 : -1));
