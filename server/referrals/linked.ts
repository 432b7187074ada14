import type { ReferralVerb } from '../../contract/referralSteps.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Ctx } from '../edge/ctx.ts';
import { LINKED, move } from './move.ts';
import { type Case, lock } from './relations.ts';

/** Moves the 上转 that a 下转 leads home; nothing when it is not where that makes sense. */
const moveOrigin = async (ctx: Ctx, id: string, { verb, from }: { verb: ReferralVerb; from: Case['status'] }): Promise<void> => {
  const origin = await ctx.db.referral.findUnique({ where: { id }, select: { status: true } });
  if (origin?.status !== from) return;
  await ctx.settle(id);
  const row = await lock(ctx, id);
  if (row?.status !== from)
    return refuse('conflict', 'referral.moved', 'Somebody else has just changed this referral; look again');
  await move(ctx, { row, by: LINKED }, { verb });
};

/** The way home has been offered to the county. */
export const offerSent = (ctx: Ctx, originId: string): Promise<void> =>
  moveOrigin(ctx, originId, { verb: 'offerDown', from: 'summaryReturned' });

/** What became of the way home: the local side closed it, or it came to nothing and somebody has to ask again. */
export const wayHomeOver = async (ctx: Ctx, { originId, status }: Case): Promise<void> => {
  if (originId) await moveOrigin(ctx, originId, { verb: status === 'closed' ? 'comeHome' : 'fallBack', from: 'downOffered' });
};
