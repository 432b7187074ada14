import { CountedMetric, type MetricPart } from '../../../contract/referralMetrics.ts';
import { Prisma } from '../../db/generated/client.ts';
import { type Measure, measuresOf } from './measures.ts';
import { SUBJECTS } from './subjects.ts';
import { type Chosen, whereAny } from './where.ts';

const { sql } = Prisma;

export const nameOf = (metric: CountedMetric, part: MetricPart): `${CountedMetric}.${MetricPart}` => `${metric}.${part}`;

interface Named {
  name: string;
  measure: Measure;
}

/** Offers are counted with the pairs that they belong to. */
const everyPart = (chosen: Chosen): Named[] =>
  CountedMetric.exclude(['K09', 'K10']).options.flatMap((metric) =>
    Object.entries(measuresOf(metric, chosen)).map(([part, measure]) => ({ name: nameOf(metric, part as MetricPart), measure })),
  );

/** All parts of one subject in one scan. */
const scan = (chosen: Chosen, parts: readonly Named[]): Prisma.Sql => {
  const { each, any } = whereAny(chosen, parts.map(({ measure }) => measure) as [Measure, ...Measure[]]);
  const columns = parts.map(({ name }, at) => sql`count(*) FILTER (WHERE ${each[at]}) AS ${Prisma.raw(`"${name}"`)}`);
  const { table } = SUBJECTS[parts[0]!.measure.subject];
  return sql`(SELECT to_jsonb(t) FROM (SELECT ${Prisma.join(columns)} FROM ${table} WHERE ${any}) t)`;
};

/** One object with the count of every part of every metric but those of offers. */
export const counts = (chosen: Chosen): Prisma.Sql => {
  const scans = Map.groupBy(everyPart(chosen), ({ measure }) => measure.subject);
  return Prisma.join(
    [...scans.values()].map((parts) => scan(chosen, parts)),
    ' || ',
  );
};
