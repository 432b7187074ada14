import { LIVE_OFFER, type ReferralRelation } from '../../contract/referralSteps.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Prisma, Referral, ReferralOffer } from '../db/generated/client.ts';
import { type Actor, holding, type Membership } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';

export type Case = Referral & { offers: ReferralOffer[] };
export type By = ReadonlySet<ReferralRelation>;
/** A referral and how the actor stands to it. */
export interface Held {
  row: Case;
  by: By;
}
export const WITH_OFFERS = { offers: { orderBy: [{ offeredAt: 'asc' }, { id: 'asc' }] } } satisfies Prisma.ReferralInclude;

const clinical = (actor: Actor): readonly Membership[] => holding(actor, 'doctor', 'specialist');
const desks = (actor: Actor): string[] => holding(actor, 'coordinator').map(({ hospitalId }) => hospitalId);
export const liveOffers = ({ offers }: Case): ReferralOffer[] => offers.filter(({ status }) => LIVE_OFFER.includes(status));

/** What has ended stays open to the receiving side for a while, so that a question can still be answered. */
const inSight = ({ endedAt, sightUntil }: Referral, now: Date): boolean =>
  endedAt === null || (sightUntil !== null && sightUntil > now);

const isReferrer = (actor: Actor, row: Referral): boolean =>
  clinical(actor).some(
    ({ hospitalId, departmentId }) =>
      hospitalId === row.fromHospitalId && (departmentId === row.fromDepartmentId || actor.id === row.referrerId),
  );

/** One of the sending side. */
export const sends = (by: By): boolean => by.has('referrer') || by.has('senderDesk');

/** How this actor stands to this referral; role and relation in the same hospital. */
export const relations = (actor: Actor, row: Case, now: Date): By => {
  const by = new Set<ReferralRelation>();
  if (isReferrer(actor, row)) by.add('referrer');
  if (desks(actor).includes(row.fromHospitalId)) by.add('senderDesk');
  const live = inSight(row, now) ? liveOffers(row) : [];
  const asked = (of: Membership) =>
    live.some(({ hospitalId, departmentId }) => hospitalId === of.hospitalId && departmentId === of.departmentId);
  if (clinical(actor).some(asked)) by.add('receiver');
  if (desks(actor).some((desk) => live.some(({ hospitalId }) => hospitalId === desk))) by.add('receiverDesk');
  // Nobody of a hospital off the platform can press a button: who telephones with it does.
  if (sends(by) && live.some(({ hospitalId }) => hospitalId === null)) by.add('receiverDesk');
  return by;
};

type Where = Prisma.ReferralWhereInput;
const LIVE = { in: [...LIVE_OFFER] };

const sentBy = (actor: Actor): Where[] => [
  ...desks(actor).map((fromHospitalId) => ({ fromHospitalId })),
  ...clinical(actor).flatMap(({ hospitalId, departmentId }) => [
    { fromHospitalId: hospitalId, referrerId: actor.id },
    ...(departmentId ? [{ fromHospitalId: hospitalId, fromDepartmentId: departmentId }] : []),
  ]),
];
const askedOf = (actor: Actor): Prisma.ReferralOfferWhereInput[] => [
  ...desks(actor).map((hospitalId) => ({ hospitalId })),
  ...clinical(actor).flatMap(({ hospitalId, departmentId }) => (departmentId ? [{ hospitalId, departmentId }] : [])),
];
/** Offers that wait for the actor's answer. */
export const offeredTo = (actor: Actor): Where => ({ offers: { some: { status: 'offered', OR: askedOf(actor) } } });

/** The same question asked of the database. An empty `OR` would be no condition at all, so "none" is said in so many words. */
export const related = (actor: Actor, now: Date): Where => {
  const sent = sentBy(actor);
  const asked = askedOf(actor);
  const received: Where = {
    offers: { some: { status: LIVE, OR: asked } },
    OR: [{ endedAt: null }, { sightUntil: { gt: now } }],
  };
  const any = [...sent, ...(asked.length > 0 ? [received] : [])];
  return any.length > 0 ? { OR: any } : { id: { in: [] } };
};

/** The hospitals of both sides, as far as there is a second one. */
export const hospitalsOf = ({ fromHospitalId, toHospitalId }: Pick<Referral, 'fromHospitalId' | 'toHospitalId'>): string[] =>
  toHospitalId ? [fromHospitalId, toHospitalId] : [fromHospitalId];

export const saw = (ctx: Ctx, ...rows: Referral[]): void =>
  ctx.saw(
    'referral',
    rows.map(({ id }) => id),
    rows.flatMap(hospitalsOf),
  );

const unknown = (): never => refuse('notFound', 'referral', 'There is no such referral among yours');

/** The row and the actor's relations to it; without any it does not exist for them. */
export const load = async (ctx: Ctx, id: string): Promise<Held> => {
  const row = (await ctx.db.referral.findUnique({ where: { id }, include: WITH_OFFERS })) ?? unknown();
  const by = relations(ctx.actor, row, ctx.now);
  if (by.size === 0) unknown();
  saw(ctx, row);
  return { row, by };
};

const holdRow = (ctx: Ctx, id: string): Promise<unknown> =>
  ctx.db.$queryRaw`SELECT id FROM referral WHERE id = ${id}::uuid FOR UPDATE`;

/** For the clock and for linked referrals, which wait for whoever is changing the row; null when it is gone. */
export const lock = async (ctx: Ctx, id: string): Promise<Case | null> => {
  await holdRow(ctx, id);
  const row = await ctx.db.referral.findUnique({ where: { id }, include: WITH_OFFERS });
  if (row) saw(ctx, row);
  return row;
};

/** As `load`, and nobody else moves the referral until this transaction is over: what is added to it meets no conflict. */
export const hold = async (ctx: Ctx, id: string): Promise<Held> => {
  await holdRow(ctx, id);
  return load(ctx, id);
};

/**
 * As `hold`, before a move: its open deadlines are settled first, for the clock holds a deadline before it takes the row,
 * and so does everybody else. A refusal rolls that back.
 */
export const take = async (ctx: Ctx, id: string): Promise<Held> => {
  await ctx.settle(id);
  return hold(ctx, id);
};
