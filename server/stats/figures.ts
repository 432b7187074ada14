import { z } from 'zod';
import { ConsultStatus, Urgency } from '../../contract/consults.ts';
import { AdoptionState, ConsultStats } from '../../contract/stats.ts';
import type { Tx } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { rows } from './json.ts';
import { type Chosen, facts } from './where.ts';

const Count = z.number().int();
/** Infinity has no JSON number: PostgreSQL writes it as a string. */
const Quantile = z.union([z.number(), z.literal('Infinity').transform(() => 'unanswered' as const)]).nullable();
const Spread = z.object({ n: Count, p50: Quantile, p90: Quantile });

const Figures = z.object({
  total: Count,
  months: ConsultStats.shape.months,
  statuses: z.array(z.object({ status: ConsultStatus, n: Count })),
  adoption: z.array(z.object({ adoption: AdoptionState, n: Count })),
  flows: z.array(z.object({ from: z.uuid(), to: z.uuid(), n: Count })),
  responses: z.array(Spread.extend({ urgency: Urgency, unanswered: Count, within: Count, late: Count })),
  trend: z.array(Spread.extend({ month: z.string() })),
});
export type Figures = z.infer<typeof Figures>;

/** Nearest rank: the smallest value that at least this share of the due are no longer than, the unanswered being longest. */
const SPREAD = Prisma.sql`
  count(*) FILTER (WHERE due) AS n,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE due) AS p50,
  percentile_disc(0.9) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE due) AS p90`;

const MONTHS = Prisma.sql`
  SELECT month,
    count(*) FILTER (WHERE urgency = 'stat') AS stat,
    count(*) FILTER (WHERE urgency = 'urgent') AS urgent,
    count(*) FILTER (WHERE urgency = 'routine') AS routine,
    count(*) FILTER (WHERE status = 'closed') AS closed,
    count(*) FILTER (WHERE due) AS due,
    count(*) FILTER (WHERE within) AS within,
    count(*) FILTER (WHERE due AND seconds = 'infinity') AS unanswered
  FROM chosen GROUP BY month`;
const STATUSES = Prisma.sql`SELECT status, count(*) AS n FROM chosen GROUP BY status`;
const ADOPTION = Prisma.sql`SELECT adoption, count(*) AS n FROM chosen WHERE adoption IS NOT NULL GROUP BY adoption`;
const FLOWS = Prisma.sql`
  SELECT from_hospital_id AS "from", to_hospital_id AS "to", count(*) AS n FROM chosen GROUP BY from_hospital_id, to_hospital_id`;
const RESPONSES = Prisma.sql`
  SELECT urgency, ${SPREAD},
    count(*) FILTER (WHERE due AND seconds = 'infinity') AS unanswered,
    count(*) FILTER (WHERE within) AS within,
    count(*) FILTER (WHERE due AND NOT within) AS late
  FROM chosen GROUP BY urgency`;

/** All figures in one statement: one scan, and one moment, so that they agree with one another. */
export const figures = async (db: Tx, chosen: Chosen): Promise<Figures> => {
  const trendOf = chosen.filter.urgency ?? 'stat';
  const [found] = await db.$queryRaw<unknown[]>`
    WITH chosen AS MATERIALIZED (${facts(chosen)})
    SELECT (SELECT count(*) FROM chosen)::int AS total,
      ${rows(MONTHS)} AS months,
      ${rows(STATUSES)} AS statuses,
      ${rows(ADOPTION)} AS adoption,
      ${rows(FLOWS)} AS flows,
      ${rows(RESPONSES)} AS responses,
      ${rows(Prisma.sql`SELECT month, ${SPREAD} FROM chosen WHERE urgency = ${trendOf}::"Urgency" GROUP BY month`)} AS trend`;
  return Figures.parse(found);
};
