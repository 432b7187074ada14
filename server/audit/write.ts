import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

/** One row per request, in its transaction; the sealer gives it its place in the chain afterwards. */
export const writeRow = async (db: Tx, row: Prisma.AuditRowCreateManyInput): Promise<void> => {
  await db.auditRow.createMany({ data: row });
};
