import { type ReactNode, useEffect, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { Me } from '../../../contract/auth.ts';
import { begin } from '../lib/owner.ts';
import { useSession } from '../lib/session.ts';
import { followSession } from '../lib/socket.ts';
import { useWhenBack } from '../lib/useWhenBack.ts';
import { adoptLanguage } from '../me/language.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';

let following = false;
const arrive = (me: Me) => {
  adoptLanguage(me);
  // What this device still owes of a rescue goes out from whatever page its owner comes back to.
  void import('../emergency/outbox.ts');
  void import('./worker.ts').then(({ startWorker }) => startWorker(me));
  if (!following) followSession();
  following = true;
};

/** Lets in whoever has a session, or whom this device remembers while nothing answers; otherwise asks to sign in and come back here. */
export const Guard = ({ children }: { children: ReactNode }) => {
  const session = useSession();
  const { status } = session;
  const { pathname, search } = useLocation();
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt asks again; a changed person is no new arrival
  useEffect(() => {
    if (status === 'unknown') begin().then(() => setError(null), setError);
    if (session.status === 'in') arrive(session.me);
  }, [status, attempt]);
  useWhenBack(error !== null, () => setAttempt(attempt + 1));
  if (status === 'in') return children;
  if (status === 'out') return <Navigate to={`/login?to=${encodeURIComponent(pathname + search)}`} replace />;
  return error ? <Failed page error={error} retry={() => setAttempt(attempt + 1)} /> : <Loading rows={6} />;
};
