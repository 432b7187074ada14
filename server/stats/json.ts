import { Prisma } from '../db/generated/client.ts';

/** A whole result as one value, so that several stand in one statement and see one moment. */
export const rows = (select: Prisma.Sql): Prisma.Sql => Prisma.sql`(SELECT coalesce(json_agg(t), '[]') FROM (${select}) t)`;
