import type { ConsultRelation } from '../../contract/consults.ts';
import type { Ctx } from '../edge/ctx.ts';
import { ring } from '../paging/pages.ts';
import { silence } from './giveUp.ts';
import { move, noteStep, tellChanged } from './move.ts';
import { lock } from './relations.ts';
import { ESCALATE, ringEverybody, ringFrom, ringLate, subjectOf } from './ring.ts';

type ById = { id: string };
const CLOCK: ReadonlySet<ConsultRelation> = new Set(['clock']);

/** The next in the ring order; nothing, when it no longer rings. */
export const escalate = async (ctx: Ctx, { id, step }: ById & { step: number }) => {
  const row = await lock(ctx, id);
  if (row?.status !== 'requested') return {};
  await ringFrom(ctx, row, step);
  tellChanged(ctx, row);
  return {};
};

/** Nobody has come yet: whoever can hear by now is rung too. */
export const lookAgain = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (row?.status === 'requested') await ringLate(ctx, row);
  return {};
};

/** Accepted is not joined: everybody rings again, whoever had accepted included. */
export const ringAgain = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (row?.status !== 'accepted') return {};
  const next = await move(ctx, row, { verb: 'ringAgain', by: CLOCK, set: { consultantId: null, acceptedAt: null } });
  await ringEverybody(ctx, next, { alsoId: row.consultantId ?? undefined });
  return {};
};

/** A ring that nobody answers ends somewhere, and so does a case that nobody sends again; the requester is told. */
export const expire = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (row?.status !== 'requested' && row?.status !== 'returned') return {};
  await silence(ctx, await move(ctx, row, { verb: 'expire', by: CLOCK }));
  return {};
};

/** The written opinion or the acknowledgement is late: a badge at the desk that answers for it, once. */
export const remind = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (row?.status !== 'inSession' && row?.status !== 'signed') return {};
  const deskId = row.status === 'inSession' ? row.toHospitalId : row.fromHospitalId;
  await ring(ctx, { subject: subjectOf(row), urgency: 'routine', once: true }, { deskId });
  await noteStep(ctx, id, 'remind');
  return {};
};

/**
 * Reaction to a ring declined or passed on: the next in line rings at once instead of at its time, and both sides see it.
 * The deadline is settled before the row is taken, in the order of the clock.
 */
export const ringRefused = async (ctx: Ctx, id: string): Promise<void> => {
  const next = await ctx.db.deadline.findFirst({
    where: { subjectId: id, action: ESCALATE, settledAt: null },
    orderBy: { dueAt: 'asc' },
  });
  await ctx.settle(id, [ESCALATE]);
  const row = await lock(ctx, id);
  if (!row) return;
  if (next && row.status === 'requested') await ringFrom(ctx, row, (next.input as { step: number }).step);
  await noteStep(ctx, id, 'refuseRing');
  tellChanged(ctx, row);
};
