import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { io, type Socket } from 'socket.io-client';
import type { FromClient, FromServer } from '../../../contract/index.ts';
import type { Ack } from '../../../contract/refusal.ts';
import { openEarly } from './early.ts';
import { queries } from './query.ts';
import { refresh } from './refresh.ts';
import { isTokenOver, isUnsettled, noAnswer, Refused } from './refused.ts';
import { current, onSession, token } from './session.ts';

/** An action without an answer by then is refused `unavailable: timeout`. */
const PATIENCE_MS = 10_000;

const socket: Socket<FromServer, FromClient> = io({
  transports: ['websocket'],
  autoConnect: false,
  reconnectionDelay: 200,
  reconnectionDelayMax: 3_000,
  randomizationFactor: 0.5,
  auth: (give) => give({ token: token(), ...early.handshake() }),
});
const early = openEarly(socket);

const AGAIN_MS = 3_000;

/** Socket.IO does not come back by itself when the server refused the token or hung up: get a new token, then knock again. */
const knock = (): void => {
  if (current().status !== 'in') return;
  refresh().then(
    () => void socket.connect(),
    (error: unknown) => void (isUnsettled(error) && setTimeout(knock, AGAIN_MS)),
  );
};

/** Events, or the answers of a page that was opened without a link, may have been missed. */
let behind = false;
socket.on('connect_error', () => {
  behind = true;
  if (!socket.active) knock();
});
socket.on('disconnect', (reason) => {
  behind = true;
  if (reason === 'io server disconnect') knock();
});

socket.on('connect', () => {
  // Unless the server has replayed them.
  if (behind && !socket.recovered) void queries.invalidateQueries();
  behind = false;
});

/** Two minutes before the access token is over; the server cuts a line whose token is. */
const FRESH_MS = 8 * 60_000;
let renewal: ReturnType<typeof setTimeout> | undefined;

/** A line that is open stays open: its token is renewed before it is over, whether or not anything is asked meanwhile. */
const keepFresh = (held: string | null): void => {
  clearTimeout(renewal);
  if (!held) return;
  renewal = setTimeout(() => void (socket.connected && renewLine(PATIENCE_MS).catch(() => undefined)), FRESH_MS);
};

/** Connects while somebody is signed in, and hangs up when they leave. */
export const followSession = (): void => {
  let held: string | null = null;
  const follow = () => {
    if (token() !== held) {
      held = token();
      keepFresh(held);
    }
    if (current().status === 'in') socket.connect();
    else socket.disconnect();
  };
  onSession(follow);
  follow();
};

type Input<N extends keyof FromClient> = Parameters<FromClient[N]>[0];
type Output<N extends keyof FromClient> = Parameters<FromClient[N]>[1] extends (reply: Ack<infer O>) => void ? O : never;

const emit = async (name: string, input: unknown, timeoutMs: number): Promise<unknown> => {
  const asked =
    name === 'calls.join' && !socket.connected
      ? early.ask([name, input], timeoutMs)
      : (socket as Socket).timeout(timeoutMs).emitWithAck(name, input);
  const reply = (await asked.catch(() => Promise.reject(noAnswer(socket.connected ? 'timeout' : 'offline')))) as Ack<unknown>;
  if (reply.ok) return reply.data;
  throw new Refused(reply.error);
};

const renewLine = async (timeoutMs: number): Promise<void> => {
  await refresh();
  await emit('auth.renewLine', { accessToken: token() }, timeoutMs);
};

/** Asks one action by name over the open socket; throws `Refused`. An expired token is renewed on the same line, so a call goes on, and the question repeated once. */
export const ask = async <N extends keyof FromClient & string>(
  name: N,
  input: Input<N>,
  timeoutMs = PATIENCE_MS,
): Promise<Output<N>> => {
  try {
    return (await emit(name, input, timeoutMs)) as Output<N>;
  } catch (error) {
    if (!isTokenOver(error)) throw error;
    await renewLine(timeoutMs);
    return (await emit(name, input, timeoutMs)) as Output<N>;
  }
};

/** Hears one event until the returned function is called; for what is not a component. */
export const hear = <N extends keyof FromServer & string>(name: N, heard: FromServer[N]): (() => void) => {
  const untyped: Socket = socket as Socket;
  const listen = heard as (payload: unknown) => void;
  untyped.on<string>(name, listen);
  return () => void untyped.off<string>(name, listen);
};

/** Hears one event while the component is shown; `heard` may close over anything. */
export const useEvent = <N extends keyof FromServer & string>(name: N, heard: FromServer[N]): void => {
  const latest = useEffectEvent((payload: unknown) => (heard as (payload: unknown) => void)(payload));
  useEffect(() => hear(name, ((payload: unknown) => latest(payload)) as FromServer[N]), [name]);
};

const watchConnection = (changed: () => void) => {
  socket.on('connect', changed);
  socket.on('disconnect', changed);
  return () => {
    socket.off('connect', changed);
    socket.off('disconnect', changed);
  };
};

/** Tells of every change of the line, and at once how it is now; until the returned function is called. */
export const onConnected = (changed: (up: boolean) => void): (() => void) => {
  changed(socket.connected);
  return watchConnection(() => changed(socket.connected));
};

export const useConnected = (): boolean => useSyncExternalStore(watchConnection, () => socket.connected);
