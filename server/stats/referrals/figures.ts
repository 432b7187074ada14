import { z } from 'zod';
import { DxCategory } from '../../../contract/dxChapters.ts';
import { Direction } from '../../../contract/referralSheet.ts';
import { ReferralStatus } from '../../../contract/referralSteps.ts';
import type { Tx } from '../../db/client.ts';
import { Prisma } from '../../db/generated/client.ts';
import { rows } from '../json.ts';
import { AnswersFound, answers, sumOf } from './answers.ts';
import { counts } from './counts.ts';
import { measureOf } from './measures.ts';
import { categoryOf, monthStart, SUBJECTS } from './subjects.ts';
import { visits } from './visits.ts';
import { type Chosen, where } from './where.ts';

const { sql } = Prisma;
const Count = z.number().int();

const Figures = z.object({
  counts: z.record(z.string(), Count),
  months: z.array(z.object({ month: z.string(), direction: Direction, n: Count })),
  statuses: z.array(z.object({ status: ReferralStatus, n: Count })),
  flows: z.array(z.object({ from: z.uuid(), to: z.uuid().nullable(), off: z.boolean(), n: Count })),
  categories: z.array(z.object({ direction: Direction, category: DxCategory.nullable(), n: Count })),
  local: z.array(z.object({ category: DxCategory.nullable(), n: Count })),
  answers: z.array(AnswersFound),
  K07: Count.nullable(),
  K08: Count.nullable(),
});
export type Figures = z.infer<typeof Figures>;

/** How many cases of a metric there are by each of these; every set is a scan of the index alone. */
const by = (metric: 'K15' | 'K16L', chosen: Chosen, keys: Record<string, Prisma.Sql>): Prisma.Sql => {
  const measure = measureOf({ metric, part: 'denominator' }, chosen);
  const columns = Object.entries(keys).map(([name, key]) => sql`${key} AS ${Prisma.raw(`"${name}"`)}`);
  const places = Object.keys(keys).map((_, at) => Prisma.raw(String(at + 1)));
  return sql`
    SELECT ${Prisma.join(columns)}, count(*) AS n FROM ${SUBJECTS[measure.subject].table} WHERE ${where(chosen, measure)}
    GROUP BY ${Prisma.join(places)}`;
};

/** All figures in one statement, and so of one moment. */
export const figures = async (db: Tx, chosen: Chosen): Promise<Figures> => {
  const { sender, receiver, outside, direction, status, dxCode } = SUBJECTS.referral;
  const off = sql`${receiver} IS NULL AND ${outside} IS NOT NULL`;
  const months = by('K15', chosen, { at: monthStart(sql`r.submitted_at`), direction: direction! });
  const [found] = await db.$queryRaw<unknown[]>`
    SELECT ${counts(chosen)} AS counts,
      ${rows(sql`SELECT to_char(at, 'YYYY-MM') AS month, direction, n FROM (${months}) m`)} AS months,
      ${rows(by('K15', chosen, { status: status! }))} AS statuses,
      ${rows(by('K15', chosen, { from: sender, to: receiver, off }))} AS flows,
      ${rows(by('K15', chosen, { direction: direction!, category: categoryOf(dxCode) }))} AS categories,
      ${rows(by('K16L', chosen, { category: categoryOf(SUBJECTS.consult.dxCode) }))} AS local,
      ${rows(answers(chosen))} AS answers,
      ${visits(chosen)}`;
  const read = Figures.parse(found);
  return { ...read, counts: { ...read.counts, ...offerCounts(read) } };
};

const offerCounts = ({ answers: found }: Figures): Figures['counts'] => {
  const { from, to, off, rejected, expired, mean, p90, ...parts } = sumOf(found);
  return parts;
};
