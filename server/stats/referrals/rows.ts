import { z } from 'zod';
import type { MetricSubject } from '../../../contract/referralMetrics.ts';
import { ReferralCaseRow } from '../../../contract/referralStats.ts';
import { Prisma } from '../../db/generated/client.ts';
import { type Actor, holding } from '../../edge/actor.ts';
import { readCursor } from '../../edge/cursor.ts';
import { ANSWERED, type Measure } from './measures.ts';
import { SUBJECTS } from './subjects.ts';
import { type Chosen, where } from './where.ts';

const { sql } = Prisma;

/** One line of the list as the database has it. */
export const Row = ReferralCaseRow.pick({
  id: true,
  caseId: true,
  no: true,
  direction: true,
  lane: true,
  urgency: true,
  state: true,
  dxCode: true,
  outside: true,
  toDepartment: true,
  seconds: true,
  reason: true,
  opens: true,
}).extend({
  at: z.date(),
  from: z.uuid(),
  to: z.uuid().nullable(),
  known: z.boolean(),
  sex: ReferralCaseRow.shape.patient.shape.sex,
  birthDate: z.date().nullable(),
  approximateAge: z.number().nullable(),
});
export type Row = z.infer<typeof Row>;

/** What is not the same for every subject. */
interface Shown {
  columns: Prisma.Sql;
  department: Prisma.Sql;
  patient: Prisma.Sql;
  /** Whether the asker may open it: the desks of both sides and the people of the case; an overseer is neither. */
  opens(actor: Actor, now: Date): Prisma.Sql;
}

const desksOf = (actor: Actor): string[] => holding(actor, 'coordinator').map(({ hospitalId }) => hospitalId);

const ofReferral = (own: Prisma.Sql): Omit<Shown, 'department'> => ({
  columns: sql`r.id AS "caseId", r.referral_no AS no, r.direction, r.lane, r.urgency, ${own}`,
  patient: sql`r.patient_id`,
  opens: (actor, now) => sql`(r.from_hospital_id = ANY(${desksOf(actor)}::uuid[]) OR r.referrer_id = ${actor.id}::uuid OR EXISTS (
    SELECT 1 FROM referral_offer live WHERE live.referral_id = r.id AND live.status IN ('offered', 'accepted')
      AND live.hospital_id = ANY(${desksOf(actor)}::uuid[]) AND (r.ended_at IS NULL OR r.sight_until > ${now})))`,
});

const SHOWN: Record<MetricSubject, Shown> = {
  referral: {
    ...ofReferral(sql`r.status::text AS state, r.outside->>'hospital' AS outside, NULL::float8 AS seconds, NULL AS reason`),
    department: sql`r.to_department_id`,
  },
  offer: {
    ...ofReferral(sql`o.status::text AS state, o.outside->>'hospital' AS outside, o.reason,
      CASE WHEN ${ANSWERED} THEN extract(epoch FROM o.decided_at - o.offered_at)::float8 END AS seconds`),
    department: sql`o.department_id`,
  },
  consult: {
    columns: sql`c.id AS "caseId", c.consult_no AS no, NULL AS direction, NULL AS lane, c.urgency, c.outcome::text AS state,
      NULL AS outside, NULL::float8 AS seconds, NULL AS reason`,
    department: sql`c.to_department_id`,
    patient: sql`c.patient_id`,
    opens: (
      actor,
    ) => sql`(c.from_hospital_id = ANY(${desksOf(actor)}::uuid[]) OR c.to_hospital_id = ANY(${desksOf(actor)}::uuid[])
      OR c.requester_id = ${actor.id}::uuid OR coalesce(c.consultant_id = ${actor.id}::uuid, false))`,
  },
};

export interface Page {
  after?: string | undefined;
  limit: number;
}

/** Newest first, so a page holds what happened before the row it goes on from. */
const past = ({ at, subject }: Measure, after: string | undefined): Prisma.Sql => {
  if (after === undefined) return sql`true`;
  const cursor = readCursor(after);
  return sql`(${at}, ${SUBJECTS[subject].id}) < (${cursor.at}, ${cursor.id}::uuid)`;
};

/** The page is cut before anything is looked up beside it. */
export const rowsOf = (chosen: Chosen & { actor: Actor }, measure: Measure, page: Page): Prisma.Sql => {
  const { table, id, sender, receiver, dxCode } = SUBJECTS[measure.subject];
  const { columns, department, patient, opens } = SHOWN[measure.subject];
  return sql`
    SELECT line.*, d.name AS "toDepartment", p.known, p.sex, p.birth_date AS "birthDate", p.approximate_age AS "approximateAge"
    FROM (
      SELECT ${id} AS id, ${measure.at} AS at, ${columns}, ${sender} AS "from", ${receiver} AS "to", ${dxCode} AS "dxCode",
        ${department} AS department, ${patient} AS patient, ${opens(chosen.actor, chosen.now)} AS opens
      FROM ${table} WHERE ${where(chosen, measure)} AND ${past(measure, page.after)}
      ORDER BY ${measure.at} DESC, ${id} DESC LIMIT ${page.limit + 1}) line
    JOIN patient p ON p.id = line.patient LEFT JOIN department d ON d.id = line.department
    ORDER BY line.at DESC, line.id DESC`;
};
