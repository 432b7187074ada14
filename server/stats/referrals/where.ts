import { DX_CHAPTERS, type DxChapter, type NamedChapter } from '../../../contract/dxChapters.ts';
import type { MetricSubject } from '../../../contract/referralMetrics.ts';
import type { FlowEnd, ReferralCaseFilter, ReferralFigureFilter } from '../../../contract/referralStats.ts';
import { Prisma } from '../../db/generated/client.ts';
import { periodOf } from '../months.ts';
import type { Scope } from '../scope.ts';
import type { Measure, Viewed } from './measures.ts';
import { categoryOf, SUBJECTS, type Subject } from './subjects.ts';

const { sql } = Prisma;

export interface Chosen extends Viewed {
  filter: ReferralFigureFilter & Pick<Partial<ReferralCaseFilter>, 'status' | 'answer' | 'category'>;
}

const inScope = ({ sender, receiver }: Subject, scope: Scope): Prisma.Sql[] =>
  scope === 'everything' ? [] : [sql`(${sender} = ANY(${scope}::uuid[]) OR ${receiver} = ANY(${scope}::uuid[]))`];

const towards = ({ receiver, outside }: Subject, end: FlowEnd): Prisma.Sql => {
  if (end === 'outside') return sql`(${receiver} IS NULL AND ${outside} IS NOT NULL)`;
  if (end === 'unknown') return sql`(${receiver} IS NULL AND ${outside} IS NULL)`;
  return sql`${receiver} = ${end}::uuid`;
};

const between = (category: Prisma.Sql, name: NamedChapter): Prisma.Sql => {
  const [first, last] = DX_CHAPTERS[name];
  return sql`${category} BETWEEN ${first} AND ${last}`;
};
const inChapter = ({ dxCode }: Subject, chapter: DxChapter): Prisma.Sql => {
  const category = categoryOf(dxCode);
  if (chapter !== 'unknown') return between(category, chapter);
  const named = Object.keys(DX_CHAPTERS).map((name) => between(category, name as NamedChapter));
  return sql`(${Prisma.join(named, ' OR ')}) IS NOT TRUE`;
};

type Equal = readonly [column: Prisma.Sql | null, value: string | undefined, type: string];
/** What a subject has no column for narrows nothing. */
const equals = (pairs: readonly Equal[]): Prisma.Sql[] =>
  pairs.flatMap(([column, value, type]) =>
    column && value !== undefined ? [sql`${column} = ${value}::${Prisma.raw(type)}`] : [],
  );

/** What the filter and the asker's scope leave of a subject, at whatever time. */
const narrowed = ({ filter, scope }: Chosen, name: MetricSubject): Prisma.Sql[] => {
  const subject = SUBJECTS[name];
  return [
    subject.sent,
    ...inScope(subject, scope),
    ...(filter.toEnd ? [towards(subject, filter.toEnd)] : []),
    ...(filter.chapter ? [inChapter(subject, filter.chapter)] : []),
    ...equals([
      [subject.sender, filter.fromHospitalId, 'uuid'],
      [subject.direction, filter.direction, '"Direction"'],
      [subject.lane, filter.lane, '"Lane"'],
      [subject.status, filter.status, '"ReferralStatus"'],
      [subject.answer, filter.answer, '"OfferStatus"'],
      [categoryOf(subject.dxCode), filter.category, 'text'],
    ]),
  ];
};

const inPeriod = ({ filter }: Chosen, at: Prisma.Sql): Prisma.Sql => {
  const { start, end } = periodOf(filter);
  return sql`(${at} >= ${start} AND ${at} < ${end})`;
};

/**
 * The one place where a filter, a part of a metric and an actor's scope become SQL: the figure counts these rows, the list
 * shows them and the export writes them, so the three cannot differ.
 */
export const where = (chosen: Chosen, { subject, at, counts }: Measure): Prisma.Sql =>
  Prisma.join([inPeriod(chosen, at), ...narrowed(chosen, subject), counts], ' AND ');

/** The same for several parts of one subject in one scan: what each of them counts of the rows that any of them might. */
export const whereAny = (chosen: Chosen, measures: readonly [Measure, ...Measure[]]) => {
  const events = [...new Set(measures.map(({ at }) => at))];
  const any = Prisma.join(
    events.map((at) => inPeriod(chosen, at)),
    ' OR ',
  );
  return {
    each: measures.map(({ at, counts }) => sql`${inPeriod(chosen, at)} AND ${counts}`),
    any: Prisma.join([sql`(${any})`, ...narrowed(chosen, measures[0].subject)], ' AND '),
  };
};
