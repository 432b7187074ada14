import { refuse } from '../../contract/refusal.ts';
import type { Tx } from '../db/client.ts';
import type { Actor } from '../edge/actor.ts';
import type { Who } from '../edge/who.ts';
import { type Claim, readAccess } from './tokens.ts';

/** A role taken away or a session ended on another server is felt here after this long at the latest. */
const KEPT_MS = 5_000;
/** Far above the number of people on line at once; only keeps the map from growing for ever. */
const KEPT_MOST = 10_000;

interface Parts {
  db: Tx;
  jwtSecret: string;
  now(): Date;
}

const load = async ({ db, now }: Parts, { personId, familyId }: Claim): Promise<Actor> => {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      active: true,
      memberships: { select: { hospitalId: true, departmentId: true, roles: true } },
      sessions: { where: { familyId, revokedAt: null, expiresAt: { gt: now() } }, select: { id: true }, take: 1 },
    },
  });
  if (!person?.active) return refuse('unauthenticated', 'person.inactive', 'This account is not active; ask your administrator');
  if (person.sessions.length === 0) refuse('unauthenticated', 'session.ended', 'This session has ended; sign in again');
  return { kind: 'person', id: personId, familyId, memberships: person.memberships };
};

/** Token → actor. `forget` makes the next request of a person, or of one of their sign-ins, ask the database. */
export const whoBy = (parts: Parts): { who: Who; forget(claim: { personId: string }): void } => {
  const kept = new Map<string, { personId: string; until: number; actor: Promise<Actor> }>();
  const fetch = (token: string, now: Date): Promise<Actor> => {
    const { expiresAt, ...claim } = readAccess(token, { secret: parts.jwtSecret, now });
    if (kept.size >= KEPT_MOST) kept.clear();
    const actor = load(parts, claim);
    kept.set(token, { personId: claim.personId, until: Math.min(now.getTime() + KEPT_MS, expiresAt), actor });
    actor.catch(() => kept.delete(token));
    return actor;
  };
  return {
    async who(token) {
      if (!token) return null;
      const now = parts.now();
      const known = kept.get(token);
      return known && known.until > now.getTime() ? known.actor : fetch(token, now);
    },
    forget({ personId }) {
      for (const [token, entry] of kept) if (entry.personId === personId) kept.delete(token);
    },
  };
};
