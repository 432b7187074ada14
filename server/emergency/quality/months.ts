import type { z } from 'zod';
import type { emergencyStats } from '../../../contract/emergencyStats.ts';
import { refuse } from '../../../contract/refusal.ts';
import type { EmergencyMonth } from '../../db/generated/client.ts';
import { holding, holds } from '../../edge/actor.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { instant } from '../../edge/instants.ts';
import { monthOf, periodOf } from '../../stats/months.ts';

const lockView = ({ hospitalId, month, lockedAt }: EmergencyMonth) => ({ hospitalId, month, lockedAt: instant(lockedAt) });

export const months = async (ctx: Ctx): Promise<z.input<typeof emergencyStats.months.output>> => {
  const own = holding(ctx.actor, 'admin', 'coordinator').map(({ hospitalId }) => hospitalId);
  const rows = await ctx.db.emergencyMonth.findMany({ where: { hospitalId: { in: own } }, orderBy: [{ month: 'desc' }] });
  return { items: rows.map(lockView) };
};

/** Only a month that is over, and in which nothing is still going on; for good. */
export const lockMonth = async (
  ctx: Ctx,
  { hospitalId, month }: z.output<typeof emergencyStats.lockMonth.input>,
): Promise<z.input<typeof emergencyStats.lockMonth.output>> => {
  if (!holds(ctx.actor, 'admin', { hospitalId }))
    refuse('forbidden', 'month.notYours', 'Only the administrator of the hospital locks its months');
  if (month >= monthOf(ctx.now)) refuse('conflict', 'month.running', 'This month is not over yet');
  const { start, end } = periodOf({ from: month, to: month });
  const open = await ctx.db.emergencyCase.count({
    where: { fromHospitalId: hospitalId, status: 'active', startedAt: { gte: start, lt: end } },
  });
  if (open > 0) refuse('conflict', 'month.open', 'There are open cases in this month; close them first');
  const row = await ctx.db.emergencyMonth.upsert({
    where: { hospitalId_month: { hospitalId, month } },
    create: { hospitalId, month, lockedById: ctx.actor.id, lockedAt: ctx.now },
    update: {},
  });
  ctx.saw('emergencyMonth', [], [hospitalId]);
  return lockView(row);
};
