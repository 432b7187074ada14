import type { Tx } from '../db/client.ts';

/**
 * Whoever settles or fires a subject's deadlines has the subject to themselves until the transaction is over; otherwise
 * two of them, each holding one deadline and waiting for the other's, would wait for ever.
 */
export const alone = async (db: Tx, subjectId: string): Promise<void> => {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${subjectId}, 0))`;
};
