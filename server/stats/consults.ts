import type { z } from 'zod';
import { Urgency } from '../../contract/consults.ts';
import type { CaseFilter, ConsultStats } from '../../contract/stats.ts';
import type { Tx } from '../db/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { type Reference, reference } from '../reference/index.ts';
import { type Figures, figures } from './figures.ts';
import { periodOf } from './months.ts';
import { scopeOf } from './scope.ts';

type Months = z.infer<typeof ConsultStats>['months'];

const NOTHING = { stat: 0, urgent: 0, routine: 0, closed: 0, due: 0, within: 0, unanswered: 0 };
const NOBODY_DUE = { n: 0, unanswered: 0, within: 0, late: 0, p50: null, p90: null };

/** Charts need the empty months too. */
const everyMonth = (names: readonly string[], { months, trend }: Figures): { months: Months; trend: ConsultStats['trend'] } => ({
  months: names.map((month) => months.find((found) => found.month === month) ?? { month, ...NOTHING }),
  trend: names.map((month) => trend.find((found) => found.month === month) ?? { month, n: 0, p50: null, p90: null }),
});

const everyUrgency = ({ responses }: Figures, { data }: Reference<'consultLimits'>): ConsultStats['responses'] =>
  Urgency.options.map((urgency) => ({
    ...(responses.find((found) => found.urgency === urgency) ?? { urgency, ...NOBODY_DUE }),
    limitSeconds: data[urgency].firstResponse,
  }));

const named = async (db: Tx, flows: Figures['flows']): Promise<ConsultStats['flows']> => {
  const ids = [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
  const hospitals = await db.hospital.findMany({ where: { id: { in: ids } } });
  const byId = new Map(hospitals.map((hospital) => [hospital.id, hospital]));
  return flows.map(({ from, to, n }) => ({ from: byId.get(from)!, to: byId.get(to)!, n })).sort((a, b) => b.n - a.n);
};

const adopted = ({ adoption }: Figures): ConsultStats['adoption'] => ({
  full: adoption.find((found) => found.adoption === 'full')?.n ?? 0,
  partial: adoption.find((found) => found.adoption === 'partial')?.n ?? 0,
  none: adoption.find((found) => found.adoption === 'none')?.n ?? 0,
});

export const consults = async (ctx: Ctx, filter: CaseFilter): Promise<ConsultStats> => {
  const found = await figures(ctx.db, { filter, scope: await scopeOf(ctx), now: ctx.now });
  const rules = await reference(ctx.db, 'consultLimits', ctx.now);
  return {
    asOf: ctx.now.toISOString(),
    total: found.total,
    ...everyMonth(periodOf(filter).names, found),
    statuses: found.statuses,
    flows: await named(ctx.db, found.flows),
    responses: everyUrgency(found, rules),
    adoption: adopted(found),
    rules: { version: rules.version, effectiveFrom: rules.effectiveFrom, approver: rules.approver },
  };
};
