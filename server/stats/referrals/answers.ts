import { z } from 'zod';
import type { MetricPart } from '../../../contract/referralMetrics.ts';
import { Prisma } from '../../db/generated/client.ts';
import { nameOf } from './counts.ts';
import { measuresOf } from './measures.ts';
import { SUBJECTS } from './subjects.ts';
import { type Chosen, where } from './where.ts';

const { sql } = Prisma;
const Count = z.number().int();

/** How the offers of one pair were answered, or of all pairs: then there is no sender. */
export const AnswersFound = z.object({
  from: z.uuid().nullable(),
  to: z.uuid().nullable(),
  off: z.boolean().nullable(),
  'K09.numerator': Count,
  'K09.denominator': Count,
  'K09.beside': Count,
  'K10.numerator': Count,
  'K10.denominator': Count,
  rejected: Count,
  expired: Count,
  mean: z.number().nullable(),
  /** Infinity has no JSON number: PostgreSQL writes it as a string. */
  p90: z.union([z.number(), z.literal('Infinity').transform(() => 'unanswered' as const)]).nullable(),
});
export type AnswersFound = z.infer<typeof AnswersFound>;

/** Every part of K09 and K10, each under its name. */
const partsOf = (chosen: Chosen) =>
  (['K09', 'K10'] as const).flatMap((metric) =>
    Object.entries(measuresOf(metric, chosen)).map(([part, measure]) => ({
      name: Prisma.raw(`"${nameOf(metric, part as MetricPart)}"`),
      measure,
    })),
  );

/** K09 and K10 by pair, in one scan. Nearest rank, the offers that ran out of time being longest; the mean is of those answered. */
export const answers = (chosen: Chosen): Prisma.Sql => {
  const parts = partsOf(chosen);
  const [first] = parts as [(typeof parts)[number]];
  const { table, sender, receiver, outside, answer } = SUBJECTS.offer;
  const are = parts.map(({ name, measure }) => sql`${measure.counts} AS ${name}`);
  const counts = parts.map(({ name }) => sql`count(*) FILTER (WHERE ${name}) AS ${name}`);
  return sql`
    SELECT sender AS "from", receiver AS "to", off, ${Prisma.join(counts)},
      count(*) FILTER (WHERE answer = 'rejected') AS rejected,
      count(*) FILTER (WHERE answer = 'expired') AS expired,
      avg(seconds) FILTER (WHERE "K10.numerator") AS mean,
      percentile_disc(0.9) WITHIN GROUP (ORDER BY CASE WHEN "K10.numerator" THEN seconds ELSE 'infinity' END)
        FILTER (WHERE "K10.denominator") AS p90
    FROM (
      SELECT ${sender} AS sender, ${receiver} AS receiver, ${receiver} IS NULL AND ${outside} IS NOT NULL AS off,
        ${answer} AS answer, extract(epoch FROM o.decided_at - o.offered_at)::float8 AS seconds, ${Prisma.join(are)}
      FROM ${table} WHERE ${where(chosen, { ...first.measure, counts: sql`true` })}) t
    GROUP BY GROUPING SETS ((sender, receiver, off), ())`;
};

/** Of all pairs together. */
export const sumOf = (found: readonly AnswersFound[]): AnswersFound => found.find(({ from }) => from === null)!;
