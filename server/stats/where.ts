import type { z } from 'zod';
import type { AdoptionState, CaseFilter, ResponseState } from '../../contract/stats.ts';
import { Prisma } from '../db/generated/client.ts';
import { periodOf } from './months.ts';
import type { Scope } from './scope.ts';

export interface Chosen {
  filter: CaseFilter;
  scope: Scope;
  now: Date;
}

const ANSWERED = Prisma.sql`c.first_response_at IS NOT NULL`;
const WITHIN = Prisma.sql`c.first_response_at <= c.response_due_at`;
/** Sent back and not sent again since: sending again sets `sent_at` anew. */
const SENT_BACK = Prisma.sql`EXISTS (
  SELECT 1 FROM consult_step s WHERE s.consult_id = c.id AND s.verb = 'sendBack' AND s.at > c.sent_at)`;
/** Taken back while there was still time, or while it was sent back, by the requester or by the clock: nobody failed to answer. */
const WITHDRAWN = Prisma.sql`(c.status = 'cancelled' AND (c.ended_at <= c.response_due_at OR ${SENT_BACK}))`;
/**
 * The denominator of K03 and K04: answered, or past its limit, or ended without an answer (declined, expired, and
 * cancelled after the limit, for want of an answer). What still has time or was withdrawn is left out, and so is what
 * was sent back: the time is the requester's then, and sent again it counts anew.
 */
const due = (now: Date): Prisma.Sql => Prisma.sql`(${ANSWERED} OR (${WITHDRAWN} IS NOT TRUE
  AND (c.ended_at IS NOT NULL OR (c.response_due_at < ${now} AND c.status <> 'returned'))))`;
/** Due, and not answered within the limit. */
export const late = (now: Date): Prisma.Sql => Prisma.sql`(${due(now)} AND ${WITHIN} IS NOT TRUE)`;

const response = (state: z.infer<typeof ResponseState>, now: Date): Prisma.Sql => {
  switch (state) {
    case 'due':
      return due(now);
    case 'answered':
      return ANSWERED;
    case 'unanswered':
      return Prisma.sql`(${due(now)} AND NOT ${ANSWERED})`;
    case 'within':
      return WITHIN;
    case 'late':
      return late(now);
  }
};

const adoption = (state: z.infer<typeof AdoptionState>): Prisma.Sql => {
  if (state === 'stated') return Prisma.sql`c.adoption IS NOT NULL`;
  if (state === 'adopted') return Prisma.sql`c.adoption IN ('full', 'partial')`;
  return Prisma.sql`c.adoption = ${state}::"Adoption"`;
};

const within = (scope: Scope): Prisma.Sql[] =>
  scope === 'everything'
    ? []
    : [Prisma.sql`(c.from_hospital_id = ANY(${scope}::uuid[]) OR c.to_hospital_id = ANY(${scope}::uuid[]))`];

/**
 * The one place where a filter and an actor's scope become SQL, over `consult c`: a figure and the list behind it
 * cannot differ. A month is that of sending, in Asia/Shanghai.
 */
export const where = ({ filter, scope, now }: Chosen): Prisma.Sql => {
  const { start, end } = periodOf(filter);
  const conditions = [Prisma.sql`c.sent_at >= ${start} AND c.sent_at < ${end}`, ...within(scope)];
  if (filter.fromHospitalId) conditions.push(Prisma.sql`c.from_hospital_id = ${filter.fromHospitalId}::uuid`);
  if (filter.toHospitalId) conditions.push(Prisma.sql`c.to_hospital_id = ${filter.toHospitalId}::uuid`);
  if (filter.urgency) conditions.push(Prisma.sql`c.urgency = ${filter.urgency}::"Urgency"`);
  if (filter.status) conditions.push(Prisma.sql`c.status = ${filter.status}::"ConsultStatus"`);
  if (filter.response) conditions.push(response(filter.response, now));
  if (filter.adoption) conditions.push(adoption(filter.adoption));
  return Prisma.join(conditions, ' AND ');
};

/** One row per chosen consult with what the figures are made of; `seconds` is infinite for the due that nobody answered. */
export const facts = (chosen: Chosen): Prisma.Sql => Prisma.sql`
  SELECT to_char(c.sent_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month,
    c.urgency, c.status, c.adoption, c.from_hospital_id, c.to_hospital_id,
    ${due(chosen.now)} AS due,
    coalesce(${WITHIN}, false) AS within,
    coalesce(extract(epoch FROM c.first_response_at - c.sent_at)::float8, 'infinity') AS seconds
  FROM consult c WHERE ${where(chosen)}`;
