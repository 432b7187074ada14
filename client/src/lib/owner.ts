import { z } from 'zod';
import { Me } from '../../../contract/auth.ts';
import { refresh } from './refresh.ts';
import { current, onSession, remembered } from './session.ts';

const KEPT = 'shanhai.owner';
const Owner = z.object({ me: Me, at: z.number() });
/** As long as a sign-in lasts that nobody renews. */
const LIFE_MS = 30 * 86_400_000;

/** Who signed in last on this device and has not left it. A name and roles, no token: it opens nothing on the server. */
const ownerOf = (): Me | null => {
  try {
    const { me, at } = Owner.parse(JSON.parse(localStorage.getItem(KEPT) ?? ''));
    return Date.now() - at < LIFE_MS ? me : null;
  } catch {
    return null;
  }
};

/** Kept with every answer of the server, until the person leaves or the server ends the session. */
export const rememberOwner = (): (() => void) =>
  onSession(() => {
    const session = current();
    if (session.status === 'out') localStorage.removeItem(KEPT);
    if (session.status === 'in' && session.token) localStorage.setItem(KEPT, JSON.stringify({ me: session.me, at: Date.now() }));
  });

/** A doctor with a patient does not wait longer for a server that says nothing. */
const PATIENCE_MS = 3_000;

/**
 * Tries the cookie. Where nothing answers, whoever this device remembers comes in all the same: a call is made and times
 * are stamped without a link. What needs the server says that it has no link, and a session that has ended is ended then.
 */
export const begin = async (): Promise<void> => {
  const owner = ownerOf();
  const waiting = owner && setTimeout(() => remembered(owner), navigator.onLine ? PATIENCE_MS : 0);
  try {
    await refresh();
  } catch (error) {
    if (!owner) throw error;
    remembered(owner);
  } finally {
    if (waiting) clearTimeout(waiting);
  }
};
