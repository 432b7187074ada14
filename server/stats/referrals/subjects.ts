import type { MetricSubject } from '../../../contract/referralMetrics.ts';
import { Prisma } from '../../db/generated/client.ts';

const { sql } = Prisma;

/** Where the cases of a metric are, and which columns the filter reads; null: the filter does not touch them. */
export interface Subject {
  table: Prisma.Sql;
  id: Prisma.Sql;
  /** Drafts and what was never sent are no cases. */
  sent: Prisma.Sql;
  sender: Prisma.Sql;
  receiver: Prisma.Sql;
  /** Of a hospital off the platform. */
  outside: Prisma.Sql;
  dxCode: Prisma.Sql;
  direction: Prisma.Sql | null;
  lane: Prisma.Sql | null;
  status: Prisma.Sql | null;
  answer: Prisma.Sql | null;
}

const referral: Subject = {
  table: sql`referral r`,
  id: sql`r.id`,
  sent: sql`r.submitted_at IS NOT NULL`,
  sender: sql`r.from_hospital_id`,
  receiver: sql`r.to_hospital_id`,
  outside: sql`r.outside`,
  dxCode: sql`r.dx_code`,
  direction: sql`r.direction`,
  lane: sql`r.lane`,
  status: sql`r.status`,
  answer: null,
};

export const SUBJECTS: Record<MetricSubject, Subject> = {
  referral,
  // Of the asked hospital, wherever the patient went in the end.
  offer: {
    ...referral,
    table: sql`referral_offer o JOIN referral r ON r.id = o.referral_id`,
    id: sql`o.id`,
    receiver: sql`o.hospital_id`,
    outside: sql`o.outside`,
    status: null,
    answer: sql`o.status`,
  },
  consult: {
    table: sql`consult c`,
    id: sql`c.id`,
    sent: sql`true`,
    sender: sql`c.from_hospital_id`,
    receiver: sql`c.to_hospital_id`,
    outside: sql`NULL`,
    dxCode: sql`c.dx_code`,
    direction: null,
    lane: null,
    status: null,
    answer: null,
  },
};

/** The three characters that name a disease; null for what is no code of ICD-10. */
export const categoryOf = (dxCode: Prisma.Sql): Prisma.Sql =>
  sql`CASE WHEN ${dxCode} ~* '^[a-z][0-9]{2}' THEN upper(left(${dxCode}, 3)) COLLATE "C" END`;

/** The first instant of its month on the clocks of Asia/Shanghai. */
export const monthStart = (at: Prisma.Sql): Prisma.Sql => sql`date_trunc('month', ${at} AT TIME ZONE 'Asia/Shanghai')`;
