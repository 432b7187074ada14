import { useSyncExternalStore } from 'react';
import type { Me } from '../../../contract/auth.ts';

/** `unknown` until the cookie has been tried. The access token lives here, in memory, and nowhere else. */
export type Session = { status: 'unknown' } | { status: 'out' } | { status: 'in'; me: Me; token: string };

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
export const changedMe = (me: Me): void => {
  if (session.status === 'in') set({ ...session, me });
};

/** `everywhere` tells the other tabs, which share the cookie that has just ended. */
export const signedOut = (everywhere: boolean): void => {
  if (session.status !== 'out') set({ status: 'out' });
  if (everywhere) tabs.postMessage('out');
};

tabs.onmessage = () => signedOut(false);

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
