import type { z } from 'zod';
import type { consults } from '../../contract/consults.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Consult } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { stopRinging } from '../paging/pages.ts';
import { silence } from './giveUp.ts';
import { move } from './move.ts';
import { load } from './relations.ts';
import { subjectOf } from './ring.ts';

type Acknowledge = z.output<typeof consults.acknowledge.input>;

/** 采纳: the inviting side decides, and says why when it does not follow the opinion in full. */
export const acknowledge = async (ctx: Ctx, { id, adoption, reason }: Acknowledge): Promise<Consult> => {
  if (adoption !== 'full' && !reason) refuse('invalid', 'adoption.reason', 'Say why the opinion is not followed in full');
  const { row, by } = await load(ctx, id);
  const set = { adoption, adoptionReason: reason ?? null, acknowledgedById: ctx.actor.id, acknowledgedAt: ctx.now };
  const next = await move(ctx, row, { verb: 'acknowledge', by, set });
  await stopRinging(ctx, subjectOf(row));
  return next;
};

export const close = async (ctx: Ctx, { id, outcome }: z.output<typeof consults.close.input>): Promise<Consult> => {
  const { row, by } = await load(ctx, id);
  const next = await move(ctx, row, { verb: 'close', by, set: { outcome } });
  await silence(ctx, next);
  return next;
};
