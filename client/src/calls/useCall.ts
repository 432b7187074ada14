import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { CallRef } from '../../../contract/calls.ts';
import { ask, hear, onConnected } from '../lib/socket.ts';
import { openCall } from './engine/index.ts';
import type { Call, CallState } from './engine/types.ts';

/** Opens a call for as long as the page is shown. `again` opens a new one after the old one is over. */
export const useOpenCall = ({ kind, id }: CallRef): { call: Call | null; again: () => void } => {
  const [call, setCall] = useState<Call | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: attempt opens a new call
  useEffect(() => {
    const opened = openCall({ call: { kind, id }, wire: { ask, hear, connected: onConnected } });
    setCall(opened);
    return () => void opened.leave();
  }, [kind, id, attempt]);
  return { call, again: () => setAttempt(attempt + 1) };
};

const Context = createContext<Call | null>(null);
export const CallProvider = Context.Provider;

/** The call of this page and what it is like now; only below `CallProvider`. */
export const useCall = (): { call: Call; state: CallState } => {
  const call = useContext(Context);
  if (!call) throw new Error('useCall outside a call');
  return { call, state: useSyncExternalStore(call.watch, call.state) };
};
