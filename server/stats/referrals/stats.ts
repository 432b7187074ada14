import { METRICS_VERSION } from '../../../contract/referralMetrics.ts';
import type { ReferralFigureFilter, ReferralStats } from '../../../contract/referralStats.ts';
import type { Tx } from '../../db/client.ts';
import { hospitalRefs } from '../../directory/refs.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { periodOf } from '../months.ts';
import { scopeOf } from '../scope.ts';
import { figures as find } from './figures.ts';
import { flows } from './flows.ts';
import { metrics } from './metrics.ts';
import { pairs } from './pairs.ts';
import { chapters, mix, months, statuses } from './spread.ts';
import { cellsOf } from './told.ts';
import { isVeiled, veil } from './veil.ts';

const isId = (end: string): boolean => end !== 'outside' && end !== 'unknown';
const named = async (db: Tx, ways: readonly { from: string; to: string }[]): Promise<ReferralStats['hospitals']> => {
  const ids = ways.flatMap(({ from, to }) => [from, to]).filter(isId);
  return [...(await hospitalRefs(db, ids)).values()];
};

/** Every figure of the page, and of what it may tell this asker. */
export const figures = async (ctx: Ctx, filter: ReferralFigureFilter): Promise<ReferralStats> => {
  const scope = await scopeOf(ctx);
  const found = await find(ctx.db, { filter, scope, now: ctx.now });
  const of = cellsOf(found);
  const page = {
    figures: metrics(found, of),
    months: months(found, of, periodOf(filter).names),
    statuses: statuses(found, of),
    chapters: chapters(found, of),
    flows: flows(found, of),
    mix: mix(found, of),
  };
  const answered = pairs(found, of);
  if (isVeiled(ctx.actor, scope, filter)) veil([...Object.values(page), answered].flatMap(({ lines }) => lines));
  const [told, both] = [page.flows.tell(), answered.tell()];
  return {
    asOf: ctx.now.toISOString(),
    version: METRICS_VERSION,
    figures: page.figures.tell(),
    months: page.months.tell(),
    statuses: page.statuses.tell(),
    chapters: page.chapters.tell(),
    flows: told,
    mix: page.mix.tell(),
    ...both,
    hospitals: await named(ctx.db, [...told.cells, ...both.pairs]),
  };
};
