import { randomUUID } from 'node:crypto';
import { refuse } from '../../contract/refusal.ts';
import type { Tx } from '../db/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { hashRefresh, newRefresh } from './tokens.ts';

const LIFE_MS = 30 * 24 * 3_600_000;
/** Two tabs, a double click or a lost answer may send the same token twice within this time; later it counts as stolen. */
const GRACE_MS = 10_000;

/** A refresh token as it leaves the server, and the sign-in it belongs to. */
export interface Issued {
  personId: string;
  familyId: string;
  refreshToken: string;
}

/** Whoever ends or renews a sign-in waits for one another: a renewal under way must not outlive a sign-out. */
export const lockFamily = async (db: Tx, familyId: string): Promise<void> => {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${familyId}, 0))`;
};

export const openSession = async (
  { db, now, device }: Ctx,
  personId: string,
  familyId: string = randomUUID(),
): Promise<Issued> => {
  const refreshToken = newRefresh();
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  await db.session.create({
    data: { familyId, personId, tokenHash: hashRefresh(refreshToken), device, createdAt: now, expiresAt },
  });
  return { personId, familyId, refreshToken };
};

/** The row of a refresh token, whatever has become of it; refuses one that was never issued. */
export const findSession = async (db: Tx, refreshToken: string) =>
  (await db.session.findUnique({ where: { tokenHash: hashRefresh(refreshToken) } })) ??
  refuse('unauthenticated', 'refresh.invalid', 'The refresh token is not valid; sign in');
type Row = Awaited<ReturnType<typeof findSession>>;

/** `false`: the token was used before, too long ago to be the same intent. */
export const rotate = async ({ db, now }: Ctx, { id }: Row): Promise<boolean> => {
  const { count } = await db.session.updateMany({ where: { id, rotatedAt: null }, data: { rotatedAt: now } });
  if (count === 1) return true;
  const { rotatedAt } = await db.session.findUniqueOrThrow({ where: { id } });
  return rotatedAt !== null && now.getTime() - rotatedAt.getTime() <= GRACE_MS;
};

export const endFamily = async (db: Tx, familyId: string, now: Date): Promise<void> => {
  await lockFamily(db, familyId);
  await db.session.updateMany({ where: { familyId, revokedAt: null }, data: { revokedAt: now } });
};

/** The person's sign-ins that can still be renewed, newest use first. */
export const openFamilies = async (db: Tx, personId: string, now: Date) => {
  const families = await db.session.groupBy({
    by: ['familyId'],
    where: { personId, revokedAt: null },
    _min: { createdAt: true },
    _max: { createdAt: true, expiresAt: true, device: true },
    orderBy: { _max: { createdAt: 'desc' } },
  });
  return families.flatMap(({ familyId, _min, _max }) =>
    _min.createdAt && _max.createdAt && _max.expiresAt && _max.expiresAt > now
      ? [{ familyId, createdAt: _min.createdAt, lastUsedAt: _max.createdAt, device: _max.device ?? '' }]
      : [],
  );
};
