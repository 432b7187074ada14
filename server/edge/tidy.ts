import type { House } from './house.ts';

const DAY_MS = 86_400_000;
/** A browser repeats a write for minutes, not days. */
const REPLIES_MS = 2 * DAY_MS;
/** Ended sign-ins stay a while, so that a stolen refresh token that comes back is still known for what it is. */
const SESSIONS_MS = 30 * DAY_MS;

/**
 * Lets go of what nobody can ask for again: stored replies, and sign-ins that ran out long ago. Then counts the tables for
 * the planner: PostgreSQL never counts one of less than fifty rows by itself, and guesses that a county has no hospitals.
 */
export const tidy = async ({ db: { prisma }, now }: House): Promise<void> => {
  const before = (ms: number) => new Date(now().getTime() - ms);
  await prisma.idempotentReply.deleteMany({ where: { createdAt: { lt: before(REPLIES_MS) } } });
  await prisma.session.deleteMany({ where: { expiresAt: { lt: before(SESSIONS_MS) } } });
  await prisma.$executeRaw`ANALYZE`;
};
