import type { z } from 'zod';
import { advance } from '../../contract/kit.ts';
import { paging as actions, type DeclineReason, type PageRelation, pageSteps } from '../../contract/paging.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Page } from '../db/generated/client.ts';
import { type Ctx, keep } from '../edge/ctx.ts';
import { keepRinging, settle } from './pages.ts';

/** A page rings for one person; to anybody else it does not exist. */
const mine = async ({ db, actor }: Ctx, id: string): Promise<Page> => {
  const page = await db.page.findUnique({ where: { id } });
  return page?.personId === actor.id ? page : refuse('notFound', 'page', 'There is no such ring');
};

interface Refused {
  verb: 'decline' | 'passOn';
  reason?: z.infer<typeof DeclineReason>;
  note?: string | undefined;
}

const turnAway = async (ctx: Ctx, page: Page, { verb, reason, note }: Refused) => {
  ctx.saw(page.subjectKind, [page.subjectId]);
  const status = advance(pageSteps, { verb, from: page.status, relations: new Set<PageRelation>(['rung']) });
  // The subject before its pages, as everybody who stops them does; otherwise the two could wait for one another.
  await ctx.happened('paging.refused', { subjectKind: page.subjectKind, subjectId: page.subjectId });
  if (!(await settle(ctx, page, { status, reason: reason ?? null, note: note ?? null }))) {
    refuse('conflict', 'page.settled', 'It no longer rings');
  }
  return {};
};

export const paging = keep(actions, {
  async decline(ctx, { id, reason, note }) {
    const page = await mine(ctx, id);
    if (page.urgency === 'stat' && reason === 'missingData') {
      refuse('invalid', 'decline.statMissingData', 'Missing data is no reason to decline a STAT: answer and ask, or pass it on');
    }
    return turnAway(ctx, page, { verb: 'decline', reason, note });
  },
  async passOn(ctx, { id }) {
    return turnAway(ctx, await mine(ctx, id), { verb: 'passOn' });
  },
  async resend(ctx, { id }) {
    await keepRinging(ctx, id);
    return {};
  },
});
