import { ENDED, type ReferralVerb } from '../../contract/referralSteps.ts';
import { releaseHold } from '../beds/index.ts';
import type { Ctx } from '../edge/ctx.ts';
import { withdrawTasks } from '../tasks/index.ts';
import type { Input } from './input.ts';
import { wayHomeOver } from './linked.ts';
import { move } from './move.ts';
import { dropOffers } from './offers.ts';
import { type Case, type Held, take } from './relations.ts';

/** Nobody waits for the patient any more: bed and offers fall, what is over is owed by nobody, and whoever waited for this way home looks for another. */
export const letGo = async (ctx: Ctx, row: Case): Promise<void> => {
  await releaseHold(ctx, row.id);
  await dropOffers(ctx, row);
  await wayHomeOver(ctx, row);
  if (ENDED.includes(row.status)) await withdrawTasks(ctx, { kind: 'referral', id: row.id });
};

export const ends = async (ctx: Ctx, held: Held, { verb, note }: { verb: ReferralVerb; note?: string }): Promise<Case> => {
  const moved = await move(ctx, held, { verb, note, set: { ...(note && { note }), transportStatus: 'over' } });
  await letGo(ctx, moved);
  return moved;
};

const by =
  (verb: 'giveUp' | 'cancel') =>
  async (ctx: Ctx, { id, note }: { id: string; note: string }): Promise<Case> =>
    ends(ctx, await take(ctx, id), { verb, note });

/** 家属放弃. */
export const giveUp = by('giveUp');
export const cancel = by('cancel');

/** 未到诊: expected and not come; the bed is free for somebody else, the sender finds out why. */
export const noShow = async (ctx: Ctx, { id, note }: Input<'noShow'>): Promise<Case> => {
  const moved = await move(ctx, await take(ctx, id), { verb: 'noShow', note });
  await releaseHold(ctx, id);
  return moved;
};

/** 协商关闭: what became of the patient is known, and said. */
export const settle = async (ctx: Ctx, { id, note }: Input<'settle'>): Promise<Case> =>
  ends(ctx, await take(ctx, id), { verb: 'settle', note });
