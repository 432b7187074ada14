import {
  type CountedMetric,
  METRICS,
  type MetricPart,
  type MetricSubject,
  WINDOW_DAYS,
} from '../../../contract/referralMetrics.ts';
import { refuse } from '../../../contract/refusal.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Scope } from '../scope.ts';
import { categoryOf, monthStart } from './subjects.ts';

const { sql } = Prisma;

/** One part of a metric: the event that puts a case into its month, and which of the subject's cases it counts. */
export interface Measure {
  subject: MetricSubject;
  at: Prisma.Sql;
  counts: Prisma.Sql;
}
export interface Viewed {
  scope: Scope;
  now: Date;
}

const SENT = sql`r.submitted_at`;
const ACCEPTED = sql`r.accepted_at`;
const DISCHARGED = sql`r.discharged_at`;
const ADMITTED = sql`r.admitted_at`;
const OFFERED = sql`o.offered_at`;
const ENDED = sql`c.ended_at`;

const WINDOW = sql`make_interval(days => ${WINDOW_DAYS})`;
const UP = sql`r.direction = 'up'`;
const DOWN = sql`r.direction = 'down'`;

/** Hospitals of one kind whose visits the asker may know, with the months that somebody has entered. */
export const activityOf = (kind: 'county' | 'partner', scope: Scope): Prisma.Sql => sql`
  hospital_activity a JOIN hospital h ON h.id = a.hospital_id AND h.kind = ${kind}::"HospitalKind"
    AND ${scope === 'everything' ? sql`true` : sql`a.hospital_id = ANY(${scope}::uuid[])`}`;
/** Whoever divides by visits counts only the months in which they are known. */
const visitsKnown = (kind: 'county' | 'partner', scope: Scope): Prisma.Sql => sql`
  (r.from_hospital_id, ${monthStart(SENT)}) IN (SELECT a.hospital_id, (a.month || '-01')::timestamp FROM ${activityOf(kind, scope)})`;

/** Withdrawn after it had said yes: the hospital did accept, and the sender took it back. */
const SAID_YES = sql`(o.status = 'accepted' OR (o.status = 'withdrawn' AND o.decided_by_id IS NOT NULL))`;
/** Yes or no, and when: what the response time is measured of. */
export const ANSWERED = sql`(${SAID_YES} OR o.status = 'rejected')`;
/** Over without having come, or known not to have come; the others are still on their way. */
const STAYED_AWAY = sql`(r.ended_at IS NOT NULL OR r.status IN ('noShow', 'diverted'))`;

const GONE = sql`c.outcome IN ('died', 'selfDischarged')`;
const LOCAL = sql`c.status = 'closed' AND c.outcome = 'continuedLocally'`;
/** Every record of the same person, in whatever hospital, merges followed both ways. */
const SAME_PERSON = sql`
  WITH RECURSIVE up AS (
    SELECT i.id, i.merged_into_id FROM patient own JOIN identity i ON i.id = own.identity_id WHERE own.id = c.patient_id
    UNION ALL SELECT i.id, i.merged_into_id FROM up JOIN identity i ON i.id = up.merged_into_id
  ), whole AS (
    SELECT id FROM up WHERE merged_into_id IS NULL
    UNION SELECT i.id FROM whole JOIN identity i ON i.merged_into_id = whole.id
  )
  SELECT p.id FROM whole JOIN patient p ON p.identity_id = whole.id`;
/** What has no code on either side may be the same disease. */
const SAME_DISEASE = sql`coalesce(${categoryOf(sql`r.dx_code`)} = ${categoryOf(sql`c.dx_code`)}, true)`;
/** Sent since the consult was asked for, up to a week after it was closed. */
const SENT_UP = sql`SELECT 1 FROM referral r WHERE ${UP} AND r.submitted_at >= c.sent_at AND r.submitted_at < c.ended_at + ${WINDOW}`;
const WENT_UP = sql`(
  EXISTS (${SENT_UP} AND r.consult_id = c.id) OR EXISTS (${SENT_UP} AND ${SAME_DISEASE} AND r.patient_id IN (${SAME_PERSON})))`;

type Parts = Partial<Record<MetricPart, readonly [at: Prisma.Sql, counts: Prisma.Sql]>>;

/** The predicate of every part of every metric, each written here and nowhere else. */
const PARTS: Record<CountedMetric, (viewed: Viewed) => Parts> = {
  K07: ({ scope }) => ({
    numerator: [SENT, sql`${UP} AND ${visitsKnown('county', scope)}`],
    beside: [SENT, sql`${UP} AND NOT ${visitsKnown('county', scope)}`],
  }),
  K08: ({ scope }) => ({
    numerator: [SENT, sql`${DOWN} AND ${visitsKnown('partner', scope)}`],
    beside: [SENT, sql`${DOWN} AND NOT ${visitsKnown('partner', scope)}`],
  }),
  K08R: () => ({ numerator: [SENT, DOWN], denominator: [SENT, UP] }),
  K09: () => ({
    numerator: [OFFERED, SAID_YES],
    denominator: [OFFERED, sql`(${ANSWERED} OR o.status = 'expired')`],
    beside: [OFFERED, sql`NOT (${ANSWERED} OR o.status = 'expired')`],
  }),
  K10: () => ({
    numerator: [OFFERED, ANSWERED],
    denominator: [OFFERED, sql`(${ANSWERED} OR o.status = 'expired')`],
  }),
  K11: () => ({
    numerator: [ACCEPTED, sql`r.arrived_at IS NOT NULL`],
    denominator: [ACCEPTED, sql`true`],
    beside: [ACCEPTED, sql`r.arrived_at IS NULL AND NOT ${STAYED_AWAY}`],
  }),
  K11N: () => ({
    numerator: [ACCEPTED, sql`r.arrived_at IS NULL AND ${STAYED_AWAY}`],
    denominator: [ACCEPTED, sql`true`],
  }),
  K12: () => ({
    numerator: [DISCHARGED, sql`${UP} AND r.summary_at <= r.discharged_at + ${WINDOW}`],
    denominator: [DISCHARGED, UP],
    beside: [ADMITTED, sql`${UP} AND r.discharged_at IS NULL`],
  }),
  K13: ({ now }) => {
    const known = sql`c.status = 'closed' AND c.ended_at <= ${now}::timestamptz - ${WINDOW}`;
    return {
      numerator: [ENDED, sql`${known} AND ${LOCAL} AND NOT ${WENT_UP}`],
      denominator: [ENDED, sql`${known} AND NOT ${GONE}`],
      beside: [ENDED, sql`${known} AND ${GONE}`],
    };
  },
  K15: () => ({ denominator: [SENT, sql`true`] }),
  K16: () => ({ denominator: [SENT, UP] }),
  K16L: () => ({ denominator: [ENDED, LOCAL] }),
};

/** Every part that a metric has. */
export const measuresOf = (metric: CountedMetric, viewed: Viewed): Partial<Record<MetricPart, Measure>> => {
  const subject = METRICS[metric].subject!;
  const parts = Object.entries(PARTS[metric](viewed)).map(([part, [at, counts]]) => [part, { subject, at, counts }]);
  return Object.fromEntries(parts) as Partial<Record<MetricPart, Measure>>;
};

/** Refuses a part that is no list of cases: visits, and what a metric does not have. */
export const measureOf = ({ metric, part }: { metric: CountedMetric; part: MetricPart }, viewed: Viewed): Measure =>
  measuresOf(metric, viewed)[part] ?? refuse('invalid', 'stats.noSuchPart', 'There is no list of cases behind this figure');
