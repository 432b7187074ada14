import { refuse } from '../../contract/refusal.ts';
import type { Consult } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { ringingPages, sendAgain } from '../paging/pages.ts';
import { noteStep, tellChanged } from './move.ts';
import { hold } from './relations.ts';
import { subjectOf } from './ring.ts';

const NUDGE_EVERY_MS = 30_000;

/** 催一次: whoever rings now rings once more. */
export const nudge = async (ctx: Ctx, { id }: { id: string }): Promise<Consult> => {
  const { row, by } = await hold(ctx, id);
  if (!by.has('requester') && !by.has('inviterDesk')) refuse('forbidden', 'nudge.notYours', 'Only the side that asked can nudge');
  if (row.status !== 'requested') refuse('conflict', 'nudge.notNow', 'Nothing rings: look at the present state');
  const since = new Date(ctx.now.getTime() - NUDGE_EVERY_MS);
  const recent = await ctx.db.consultStep.count({ where: { consultId: id, verb: 'nudge', at: { gt: since } } });
  if (recent > 0) refuse('tooMany', 'nudge.tooSoon', 'It rang less than half a minute ago; wait a little');
  for (const page of await ringingPages(ctx, subjectOf(row))) await sendAgain(ctx, page.id);
  await noteStep(ctx, id, 'nudge');
  tellChanged(ctx, row);
  return row;
};
