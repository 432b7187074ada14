import type { CenterFilter } from '../../../contract/emergencyStats.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { periodOf } from '../../stats/months.ts';
import { type Scope, scopeOf } from '../../stats/scope.ts';
import { type Found, judgeAll, LISTED } from '../rules.ts';

export interface Chosen {
  scope: Scope;
  found: Found[];
}

/** A center's cases of the period that the asker may count, each judged by the rules of its own time; what was stood down counts nowhere. */
export const foundBy = async (ctx: Ctx, { from, to, center, hospitalId }: CenterFilter): Promise<Chosen> => {
  const { start, end } = periodOf({ from, to });
  const scope = await scopeOf(ctx);
  const mine =
    scope === 'everything' ? {} : { OR: [{ fromHospitalId: { in: [...scope] } }, { toHospitalId: { in: [...scope] } }] };
  const rows = await ctx.db.emergencyCase.findMany({
    where: {
      AND: [mine, hospitalId ? { fromHospitalId: hospitalId } : {}],
      center,
      status: { not: 'stoodDown' },
      startedAt: { gte: start, lt: end },
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    include: LISTED,
  });
  return { scope, found: await judgeAll(ctx.db, rows) };
};
