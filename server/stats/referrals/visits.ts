import { Prisma } from '../../db/generated/client.ts';
import { activityOf } from './measures.ts';
import type { Chosen } from './where.ts';

const { sql } = Prisma;

/** What K07 and K08 divide by, in the months that have been entered; null where none has. */
const sumOf = (what: Prisma.Sql, kind: 'county' | 'partner', { filter, scope }: Chosen): Prisma.Sql => sql`(
  SELECT sum(${what}) FROM ${activityOf(kind, scope)}
  WHERE a.month BETWEEN ${filter.from} AND ${filter.to}
    AND ${filter.fromHospitalId ? sql`a.hospital_id = ${filter.fromHospitalId}::uuid` : sql`true`})`;

export const visits = (chosen: Chosen): Prisma.Sql => sql`
  ${sumOf(sql`a.outpatient + a.discharges`, 'county', chosen)}::float8 AS "K07",
  ${sumOf(sql`a.discharges`, 'partner', chosen)}::float8 AS "K08"`;
