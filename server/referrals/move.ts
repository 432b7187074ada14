import { advance } from '../../contract/kit.ts';
import { ENDED, type ReferralRelation, type ReferralVerb, referralSteps } from '../../contract/referralSteps.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Prisma, Referral } from '../db/generated/client.ts';
import type { Audience, Ctx } from '../edge/ctx.ts';
import { type Subject, stopRinging } from '../paging/pages.ts';
import { fits } from './guards.ts';
import { after, limitsOf, type Plan, planOf } from './limits.ts';
import { type Case, type Held, WITH_OFFERS } from './relations.ts';
import { ownerOf } from './turns.ts';

export type Change = Prisma.ReferralUncheckedUpdateInput;
export const CLOCK: ReadonlySet<ReferralRelation> = new Set(['clock']);
export const LINKED: ReadonlySet<ReferralRelation> = new Set(['linked']);
export const subjectOf = ({ id }: Pick<Referral, 'id'>): Subject => ({ kind: 'referral', id });

/** Both sides, and whoever else was asked. */
export const bothSides = ({ offers, ...row }: Case): Audience[] => {
  const sides = [
    { hospitalId: row.fromHospitalId, departmentId: row.fromDepartmentId },
    { hospitalId: row.toHospitalId, departmentId: row.toDepartmentId },
    ...offers,
  ];
  const to = sides.flatMap(({ hospitalId, departmentId }) => [
    ...(hospitalId ? [`desk:${hospitalId}` as const] : []),
    ...(departmentId ? [`department:${departmentId}` as const] : []),
  ]);
  return [...new Set(to)];
};

/** Everybody concerned learns that something changed and fetches it again. */
export const tellChanged = (ctx: Ctx, row: Case): void => {
  for (const audience of bothSides(row)) ctx.tell(audience, 'referral.changed', { id: row.id, status: row.status });
};

/** The case of a center that it began from learns of it. */
export const tellCenter = async (ctx: Ctx, { emergencyId, referralNo }: Case, { verb, at }: Noted): Promise<void> => {
  const told = { kind: 'referral', number: referralNo, verb, at: at ?? ctx.now } as const;
  if (emergencyId) await ctx.happened('links.moved', { emergencyId, ...told });
};

/** Which side the actor acts for, for the history; null for the clock. */
const actingFor = ({ actor }: Ctx, row: Case): string | null => {
  const mine = new Set(actor.memberships.map(({ hospitalId }) => hospitalId));
  const sides = [row.fromHospitalId, row.toHospitalId, ...row.offers.map(({ hospitalId }) => hospitalId)];
  return sides.find((id) => id !== null && mine.has(id)) ?? null;
};

interface Noted {
  verb: string;
  note?: string | null | undefined;
  /** When it happened, where it was told later. */
  at?: Date;
}

/** A line of the one history that both sides read. */
export const noteStep = async (ctx: Ctx, row: Case, { verb, note, at }: Noted): Promise<void> => {
  const { db, actor, now } = ctx;
  const personId = actor.kind === 'person' ? actor.id : null;
  const step = {
    referralId: row.id,
    verb,
    status: row.status,
    personId,
    hospitalId: actingFor(ctx, row),
    at: at ?? now,
    note: note ?? null,
  };
  await db.referralStep.create({ data: step });
};

/** Changes a referral that this transaction holds. */
export const write = async ({ db }: Ctx, { id }: Pick<Referral, 'id'>, data: Change): Promise<Case> =>
  db.referral.update({ where: { id }, data: { ...data, version: { increment: 1 } }, include: WITH_OFFERS });

const clockColumns = ({ clock }: Plan): Change => ({
  clockName: clock?.name ?? null,
  clockStartedAt: clock?.startedAt ?? null,
  clockDueAt: clock?.dueAt ?? null,
});

const keepPlan = async (ctx: Ctx, { id }: Referral, { alarms }: Plan): Promise<void> => {
  for (const { action, dueAt } of alarms) await ctx.alarm({ action: `referrals.${action}`, subjectId: id, dueAt, input: { id } });
};

const ending = (row: Case, now: Date): Change =>
  ENDED.includes(row.status) ? { endedAt: now, sightUntil: after(now, limitsOf(row).sight ?? 0), closesAt: null } : {};

/**
 * Writes what changes together with the clock, the owner and the end that follow from it, and sets the new deadlines;
 * the earlier ones have been settled by whoever took the row.
 */
export const replan = async (ctx: Ctx, row: Case, set: Change = {}): Promise<Case> => {
  const changed = { ...row, ...(set as Partial<Case>) };
  const plan = planOf(changed, ctx.now);
  const owner = { ...ownerOf(changed), ...(changed.status === row.status && { ownerPersonId: row.ownerPersonId }) };
  const next = await write(ctx, row, { ...set, ...clockColumns(plan), ...owner, ...ending(changed, ctx.now) });
  await keepPlan(ctx, next, plan);
  return next;
};

interface Move extends Omit<Noted, 'verb'> {
  verb: ReferralVerb;
  set?: Change;
  /** Lets go on ringing what rings: only part of those asked have answered. */
  ringing?: boolean;
}

/** Something happened: an announced closing is off. */
const closingOff = (row: Case, status: Case['status']): Change => (status === row.status ? {} : { closesAt: null });

const notNow = (verb: ReferralVerb): never => refuse('conflict', `${verb}.notNow`);

/**
 * One step of the machine on a row that was taken (`take`, or `lock` after settling): state, owner, clock, history and
 * deadlines change together, and both sides are told. Whoever comes second finds the state already changed.
 */
export const move = async (ctx: Ctx, { row, by }: Held, { verb, set = {}, ringing = false, ...noted }: Move): Promise<Case> => {
  const status = advance(referralSteps, { verb, from: row.status, relations: by });
  if (!fits(verb, row)) notNow(verb);
  const next = await replan(ctx, row, { ...set, status, ...closingOff(row, status) });
  if (!ringing) await stopRinging(ctx, subjectOf(row));
  await noteStep(ctx, next, { verb, ...noted });
  await tellCenter(ctx, next, { verb, ...noted });
  tellChanged(ctx, next);
  return next;
};
