import { useSyncExternalStore } from 'react';
import type { Me } from '../../../contract/auth.ts';
import type { Fault } from '../../../contract/refusal.ts';
import { Refused } from './refused.ts';

/** `unknown` until the cookie has been tried. The access token lives here, in memory, and nowhere else. */
export type Session =
  | { status: 'unknown' }
  /** `ended`: why a session that was good is over; null for whoever has just come. */
  | { status: 'out'; ended: Refused | null }
  /** `token` null: shown as this device remembers its owner, until the server has answered. */
  | { status: 'in'; me: Me; token: string | null };

let session: Session = { status: 'unknown' };
const watchers = new Set<() => void>();
const tabs = new BroadcastChannel('shanhai.session');

const set = (next: Session) => {
  session = next;
  for (const watch of watchers) watch();
};

export const current = (): Session => session;
export const token = (): string | null => (session.status === 'in' ? session.token : null);

export const signedIn = (me: Me, accessToken: string): void => set({ status: 'in', me, token: accessToken });
/** Without an answer, by what this device remembers; whatever the server says afterwards stands. */
export const remembered = (me: Me): void => {
  if (session.status === 'unknown') set({ status: 'in', me, token: null });
};
export const changedMe = (me: Me): void => {
  if (session.status === 'in') set({ ...session, me });
};

const end = (ended: Refused | null): void => {
  if (session.status !== 'out') set({ status: 'out', ended: session.status === 'in' ? ended : null });
};

/** The session is over here, and in the other tabs, which share its cookie. `why` is the server's refusal; null when the person left. */
export const signedOut = (why: Refused | null): void => {
  if (session.status === 'in') tabs.postMessage(why && { code: why.code, reason: why.reason, message: why.message });
  end(why);
};

tabs.onmessage = ({ data }: MessageEvent<Fault | null>) => end(data && new Refused(data));

export const onSession = (changed: () => void): (() => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};

export const useSession = (): Session => useSyncExternalStore(onSession, current);

/** The signed-in person; only for pages behind the guard. */
export const useMe = (): Me => {
  const now = useSession();
  if (now.status !== 'in') throw new Error('useMe outside the guard');
  return now.me;
};
