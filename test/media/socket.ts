import { io, type Socket } from 'socket.io-client';
import { LiveCall } from '../../client/src/calls/engine/call.ts';
import type { Wire } from '../../client/src/calls/engine/types.ts';
import { openEarly } from '../../client/src/lib/early.ts';
import type { CallRef } from '../../contract/calls.ts';
import { refusalOf } from '../api.ts';
import { askOver, type Live, type Person } from '../person.ts';

/** A line on its way up, and what may be asked of it before it is. */
const beginLine = (base: string, person: Person) => {
  const line: Socket = io(base, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    auth: (give) => void person.token().then((token) => give({ token, ...early.handshake() })),
  });
  const early = openEarly(line);
  return { line, early };
};

/** A line that comes back by itself, as the browser's does. */
export const openLine = async (base: string, person: Person): Promise<Live> => {
  const { line } = beginLine(base, person);
  await new Promise<void>((up, down) => line.once('connect', up).once('connect_error', down));
  return line as Live;
};

/** As the page's own wire: the join of a line that is not up yet travels with its handshake. */
export const coldWire = (base: string, person: Person): { wire: Wire; line: Live } => {
  const { line, early } = beginLine(base, person);
  const late = wireOf(line as Live);
  const ask = async (name: never, input: never) => {
    if (line.connected) return late.ask(name, input);
    const reply = await early.ask([name, input], 15_000);
    if (!reply.ok) throw refusalOf(reply.error);
    return reply.data;
  };
  return { wire: { ...late, ask: ask as Wire['ask'] }, line: line as Live };
};

export const wireOf = (line: Live): Wire => ({
  ask: ((name: never, input: never) => askOver(line, name, input)) as Wire['ask'],
  hear: (name, heard) => {
    const untyped: Socket = line as Socket;
    untyped.on<string>(name, heard as (payload: unknown) => void);
    return () => void untyped.off<string>(name, heard as (payload: unknown) => void);
  },
  connected: (changed) => {
    const up = () => changed(true);
    const down = () => changed(false);
    changed(line.connected);
    (line as Socket).on('connect', up).on('disconnect', down);
    return () => void (line as Socket).off('connect', up).off('disconnect', down);
  },
});

export const callOver = (line: Live, call: CallRef, device: string): LiveCall =>
  new LiveCall({ call, wire: wireOf(line), device });
