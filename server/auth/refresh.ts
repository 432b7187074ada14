import type { z } from 'zod';
import type { auth } from '../../contract/auth.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Ctx } from '../edge/ctx.ts';
import { tokens } from './login.ts';
import { findMe, hospitalsOf } from './me.ts';
import type { Parts } from './parts.ts';
import { endFamily, findSession, lockFamily, openSession, rotate } from './sessions.ts';

type Input = z.output<typeof auth.refresh.input>;
type Output = z.input<typeof auth.refresh.output>;

/** Ends a sign-in for good, also when the request that noticed is refused, and hangs up its lines. */
const endLastly = ({ db, forget, cut }: Parts, ctx: Ctx, whose: { personId: string; familyId: string }): void =>
  ctx.lastly(async () => {
    await db.$transaction((tx) => endFamily(tx, whose.familyId, ctx.now));
    forget(whose);
    cut(`session:${whose.familyId}`);
  });

export const refresh =
  (parts: Parts) =>
  async (ctx: Ctx, { refreshToken }: Input): Promise<Output> => {
    if (!refreshToken) return refuse('unauthenticated', 'refresh.missing', 'There is no session here; sign in');
    const { familyId } = await findSession(ctx.db, refreshToken);
    await lockFamily(ctx.db, familyId);
    const session = await findSession(ctx.db, refreshToken);
    const person = await findMe(ctx.db, session.personId);
    ctx.saw('person', [person.id], hospitalsOf(person));
    if (session.revokedAt || session.expiresAt <= ctx.now || !person.active) {
      return refuse('unauthenticated', 'session.ended', 'This session has ended; sign in again');
    }
    if (!(await rotate(ctx, session))) {
      endLastly(parts, ctx, session);
      return refuse(
        'unauthenticated',
        'refresh.reused',
        'This session was used from elsewhere and has been ended; sign in again',
      );
    }
    const issued = await openSession(ctx, person.id, session.familyId);
    return tokens(issued, person, { secret: parts.jwtSecret, now: ctx.now });
  };

/** Without a refresh token the sign-in of the access token is ended; with neither there is nothing to end. */
export const logout =
  (parts: Parts) =>
  async (ctx: Ctx, { refreshToken }: { refreshToken?: string | undefined }): Promise<Record<never, never>> => {
    const session = refreshToken ? await findSession(ctx.db, refreshToken).catch(() => null) : null;
    const { actor } = ctx;
    const whose = session ?? (actor.familyId ? { personId: actor.id, familyId: actor.familyId } : null);
    if (!whose) return {};
    ctx.saw('person', [whose.personId]);
    endLastly(parts, ctx, whose);
    return {};
  };
