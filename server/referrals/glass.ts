import { refuse } from '../../contract/refusal.ts';
import type { Ctx } from '../edge/ctx.ts';
import { openGlass, breakGlass as smash } from '../records/glass.ts';
import type { Input } from './input.ts';
import { noteStep, subjectOf, tellChanged } from './move.ts';
import { type Held, load, lock, relations, saw, WITH_OFFERS } from './relations.ts';
import { remindDesk } from './ring.ts';

/** Says why, and both desks learn of it at once; whoever has a relation needs no glass broken. */
export const breakGlass = async (ctx: Ctx, { id, reason }: Input<'breakGlass'>) => {
  const row = await lock(ctx, id);
  // A draft has not left its department: it exists for nobody else.
  if (!row?.submittedAt) return refuse('notFound', 'referral', 'There is no such referral among yours');
  if (relations(ctx.actor, row, ctx.now).size > 0) return {};
  await smash(ctx, subjectOf(row), reason);
  await noteStep(ctx, row, { verb: 'breakGlass' });
  await remindDesk(ctx, row, row.fromHospitalId);
  tellChanged(ctx, row);
  return {};
};

export interface Seen extends Held {
  /** When a broken glass closes again; null for whoever stands in a relation. */
  glassUntil: Date | null;
}

/** As `load`, and with a glass that the reader has broken: for reading only. */
export const see = async (ctx: Ctx, id: string): Promise<Seen> => {
  const glass = await openGlass(ctx, { kind: 'referral', id });
  if (!glass) return { ...(await load(ctx, id)), glassUntil: null };
  const row = await ctx.db.referral.findUniqueOrThrow({ where: { id }, include: WITH_OFFERS });
  const by = relations(ctx.actor, row, ctx.now);
  saw(ctx, row);
  return { row, by, glassUntil: by.size > 0 ? null : glass.until };
};
