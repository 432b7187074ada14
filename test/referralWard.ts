import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { MetricId } from '../contract/referralMetrics.ts';
import type { MetricFigure } from '../contract/referralStats.ts';
import { departmentId } from '../prisma/seed/departments.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import type { OfferStatus, Prisma, ReferralStatus } from '../server/db/generated/client.ts';
import type { Person } from './person.ts';
import { IDENTITIES, PATIENTS, referralBase, standing } from './referralFigures.ts';
import { house, type TestHouse } from './support.ts';

type Referral = Partial<Prisma.ReferralUncheckedCreateInput>;
type Offer = Partial<Prisma.ReferralOfferUncheckedCreateInput>;

interface Scene {
  h: TestHouse;
  maerkang: Person;
  jinjiang: Person;
  overseer: Person;
  stranger: Person;
}

/** Hand-made histories of 马尔康, which refers to 锦江; 雷波 has nothing to do with them. */
interface Histories extends Scene {
  /** A 上转 of October 1st, unless said otherwise; resolves to its id. */
  send(more?: Referral, status?: ReferralStatus): Promise<string>;
  offer(referralId: string, status: OfferStatus, more?: Offer): Promise<unknown>;
  /** What October says of a metric. */
  figure(metric: MetricId, by?: Person, filter?: object): Promise<Omit<MetricFigure, 'metric'>>;
}

export const OCTOBER = { from: '2026-10', to: '2026-10' };
/** Of October, in UTC. */
export const day = (n: number, hour = 0): Date => new Date(Date.UTC(2026, 9, n, hour));

let place = 0;
export const nextPlace = (): number => {
  place += 1;
  return place;
};

const referralOf = (more: Referral, status: ReferralStatus): Prisma.ReferralUncheckedCreateInput => ({
  ...referralBase(nextPlace(), 'maerkang'),
  ...standing(status, 'maerkang', day(20)),
  direction: 'up',
  lane: 'elective',
  patientId: PATIENTS[3]!.id!,
  toHospitalId: hospitalId('jinjiang'),
  toDepartmentId: departmentId('jinjiang', '28'),
  dxCode: 'I21.0',
  createdAt: day(1),
  submittedAt: day(1),
  ...more,
});

const offerOf = (referralId: string, status: OfferStatus, more: Offer): Prisma.ReferralOfferUncheckedCreateInput => ({
  referralId,
  hospitalId: hospitalId('jinjiang'),
  departmentId: departmentId('jinjiang', '28'),
  status,
  offeredAt: day(1),
  dueAt: day(2),
  ...more,
});

const setScene = async (): Promise<Scene> => {
  const h = await house();
  await h.db.identity.createMany({ data: IDENTITIES });
  await h.db.patient.createMany({ data: PATIENTS });
  const [maerkang, jinjiang] = [await h.person('maerkang.center'), await h.person('jinjiang.center')];
  const [overseer, stranger] = [await h.person('zhou.admin'), await h.person('leibo.admin')];
  return { h, maerkang, jinjiang, overseer, stranger };
};

/** For a file of tests, each of which begins without any; the house and its people are there once they run. */
export const openHistories = (): Histories => {
  const scene = {} as Scene;
  beforeAll(async () => {
    Object.assign(scene, await setScene());
  });
  beforeEach(async () => {
    const { db } = scene.h;
    await db.referralOffer.deleteMany();
    await db.referral.deleteMany();
    await db.consult.deleteMany();
    await db.hospitalActivity.deleteMany();
  });
  afterAll(() => scene.h.close());

  const send: Histories['send'] = async (more = {}, status = 'submitted') =>
    (await scene.h.db.referral.create({ data: referralOf(more, status) })).id;
  const offer: Histories['offer'] = (referralId, status, more = {}) =>
    scene.h.db.referralOffer.create({ data: offerOf(referralId, status, more) });
  const figure: Histories['figure'] = async (metric, by = scene.maerkang, filter = {}) => {
    const { figures } = await by.api.referralStats.figures({ ...OCTOBER, ...filter });
    const { metric: _, ...told } = figures.find((each) => each.metric === metric)!;
    return told;
  };
  return Object.assign(scene, { send, offer, figure });
};
