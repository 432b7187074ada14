import { io, type Socket } from 'socket.io-client';
import { LiveCall } from '../../client/src/calls/engine/call.ts';
import type { Wire } from '../../client/src/calls/engine/types.ts';
import type { CallRef } from '../../contract/calls.ts';
import { askOver, type Live, type Person } from '../person.ts';

/** A line that comes back by itself, as the browser's does. */
export const openLine = async (base: string, person: Person): Promise<Live> => {
  const line: Socket = io(base, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    auth: (give) => void person.token().then((token) => give({ token })),
  });
  await new Promise<void>((up, down) => line.once('connect', up).once('connect_error', down));
  return line as Live;
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
