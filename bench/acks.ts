import { io, type Socket } from 'socket.io-client';
import type { CallRef } from '../contract/calls.ts';
import { ROUTER_CAPABILITIES } from '../contract/router.ts';
import { askOver, type Live, type Person } from '../test/person.ts';
import type { Child } from './child.ts';
import { type Figure, figure, interleave, percentile } from './figures.ts';

const ACKS = 5_000;
const ABREAST = 50;

export interface AckScene {
  person: Person;
  call: CallRef;
  doors: { ours: string; echo: string };
  server: Child;
}

/** A question that passes all of the door (token, limiter, zod, seat, ownership of the track) and then touches no worker. */
interface Asker {
  line: Socket;
  input: object;
}

const connect = async (base: string, auth: object): Promise<Socket> => {
  const line = io(base, { transports: ['websocket'], forceNew: true, auth });
  await new Promise<void>((up) => line.once('connect', up));
  return line;
};

const ask = async ({ line, input }: Asker): Promise<void> => {
  const reply = (await line.emitWithAck('calls.keyFrame', input)) as { ok: boolean };
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply)}`);
};

/** Median round trip of one after the other, µs. */
const roundTrips = async (asker: Asker): Promise<number> => {
  const times: number[] = [];
  for (let i = 0; i < ACKS; i += 1) {
    const from = performance.now();
    await ask(asker);
    times.push((performance.now() - from) * 1000);
  }
  return percentile(times, 0.5);
};

/** The server's processor time for one, µs, while fifty are always on their way. */
const processorTime = async (asker: Asker, server: Child): Promise<number> => {
  const before = await server.ask<number>({ cpu: true });
  let left = ACKS;
  const walk = async () => {
    while (left > 0) {
      left -= 1;
      await ask(asker);
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, walk));
  return ((await server.ask<number>({ cpu: true })) - before) / ACKS;
};

export interface Acks {
  roundTripUs: { ours: Figure; echo: Figure };
  processorUs: { ours: Figure; echo: Figure };
}

const sit = async (line: Live, call: CallRef): Promise<{ consumerId: string }> => {
  const rtpCapabilities = structuredClone(ROUTER_CAPABILITIES);
  const joined = await askOver(line, 'calls.join', { ...call, device: 'acks', waiting: false, rtpCapabilities });
  const voice = joined.consumers.find(({ kind }) => kind === 'audio');
  if (!voice) throw new Error('nobody speaks in the room');
  return { consumerId: voice.id };
};

export const measureAcks = async ({ person, call, doors, server }: AckScene, rounds: number): Promise<Acks> => {
  const line = await connect(doors.ours, { token: await person.token() });
  const input = await sit(line as Live, call);
  const ours: Asker = { line, input };
  const echo: Asker = { line: await connect(doors.echo, {}), input };
  await Promise.all([roundTrips(ours), roundTrips(echo)]);
  const waits = await interleave(rounds, { ours: () => roundTrips(ours), echo: () => roundTrips(echo) });
  const costs = await interleave(rounds, { ours: () => processorTime(ours, server), echo: () => processorTime(echo, server) });
  ours.line.close();
  echo.line.close();
  return {
    roundTripUs: { ours: figure(waits.ours), echo: figure(waits.echo) },
    processorUs: { ours: figure(costs.ours), echo: figure(costs.echo) },
  };
};
