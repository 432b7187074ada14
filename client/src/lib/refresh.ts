import type { Me } from '../../../contract/auth.ts';
import { ask } from './http.ts';
import { isTokenOver, Refused } from './refused.ts';
import { signedIn, signedOut, token } from './session.ts';

/** One refresh at a time over all tabs: the cookie works once, and one used twice ends the session. */
const alone = (work: () => Promise<void>): Promise<void> =>
  // Locks exist on secure pages only; a plain-http page has one tab's own queue.
  navigator.locks ? navigator.locks.request('shanhai.refresh', work) : work();

const LEFT = 'shanhai.left';
/** Longer would keep somebody from leaving a desk. */
const LEAVING_MS = 3_000;

/** Ends the sign-in that the cookie holds. Where nothing answers it is done first of all once something does. */
export const leave = async (): Promise<void> => {
  localStorage.setItem(LEFT, '1');
  await ask({ method: 'POST', path: '/api/auth/logout', body: {}, patienceMs: LEAVING_MS });
  localStorage.removeItem(LEFT);
};

/** Somebody has signed in over a sign-in that was left: it is theirs now. */
export const stay = (): void => localStorage.removeItem(LEFT);

const renew = async (): Promise<void> => {
  try {
    if (localStorage.getItem(LEFT)) await leave();
    const reply = (await ask({ method: 'POST', path: '/api/auth/refresh', body: { keep: 'cookie' } })) as {
      user: Me;
      accessToken: string;
    };
    signedIn(reply.user, reply.accessToken);
  } catch (error) {
    if (error instanceof Refused && error.code === 'unauthenticated') signedOut(error);
    throw error;
  }
};

let flying: Promise<void> | null = null;

/** A new access token from the cookie; afterwards the session is `in`, or `out` when the cookie is no longer good. */
export const refresh = (): Promise<void> => {
  flying ??= alone(renew).finally(() => {
    flying = null;
  });
  return flying;
};

/** Sends; when the access token is missing or over, gets a new one and sends once more. */
export const withToken = async <T>(send: () => Promise<T>): Promise<T> => {
  if (!token()) await refresh();
  try {
    return await send();
  } catch (error) {
    if (!isTokenOver(error)) throw error;
    await refresh();
    return send();
  }
};
