import { setTimeout as pause } from 'node:timers/promises';
import { LiveCall } from '../client/src/calls/engine/call.ts';
import type { Wire } from '../client/src/calls/engine/types.ts';
import type { CallRef } from '../contract/calls.ts';
import { firstFrame, movingPicture } from '../test/media/browser.ts';
import { until } from '../test/media/direct.ts';
import { coldWire, openLine, wireOf } from '../test/media/socket.ts';
import type { Person } from '../test/person.ts';
import { type Figure, figure, interleave, percentile } from './figures.ts';
import { joinSequential, publishSequential } from './sequential.ts';

export interface Scene {
  /** Who looks, through the delay, and who is looked at, without it. */
  viewer: Person;
  shower: Person;
  call: CallRef;
  direct: { app: string; sequential: string };
  delayed: { app: string; sequential: string };
  setRoundTrip(ms: number): Promise<void>;
}

/** The address that the far end of the delay listens on is replaced by the server's own: whoever is near takes no relay. */
const near = <T>(offer: T): T => JSON.parse(JSON.stringify(offer).replaceAll('127.0.0.2', '127.0.0.1')) as T;

const nearWire = (wire: Wire): Wire => ({
  ...wire,
  ask: (async (name: never, input: never) => near(await wire.ask(name, input))) as Wire['ask'],
});

/** Somebody to look at in either room, sending all the time. */
export const publish = async ({ shower, call, direct }: Scene): Promise<void> => {
  const wire = nearWire(wireOf(await openLine(direct.app, shower)));
  const live = new LiveCall({ call, wire, device: 'shower' });
  await Promise.all([live.openMic(), live.openCamera()]);
  await live.enter();
  await publishSequential(direct.sequential, { track: movingPicture().track, mend: near });
};

const took = async (from: number, track: MediaStreamTrack): Promise<number> => {
  await firstFrame(track);
  return performance.now() - from;
};

/** An encoder refuses a second key frame within 300 ms: the one that the run before asked for must not be in the way. */
const SETTLE_MS = 500;

let devices = 0;
const newDevice = () => {
  devices += 1;
  return `bench-${devices}`;
};

const picture = (live: LiveCall) => until(live, ({ others }) => others[0]?.tracks.camera);

/** From a press on a deep link, the socket not yet open, to the first decoded frame. */
const cold = async ({ viewer, call, delayed }: Scene): Promise<number> => {
  const from = performance.now();
  const { wire, line } = coldWire(delayed.app, viewer);
  const live = new LiveCall({ call, wire, device: newDevice() });
  const entering = live.enter();
  const time = await took(from, await picture(live));
  await entering;
  await live.leave();
  line.close();
  return time;
};

/** From the press on 进入 in the waiting room, transports warm, to the first decoded frame. */
const warm = async ({ viewer, call, delayed }: Scene): Promise<number> => {
  const line = await openLine(delayed.app, viewer);
  const live = new LiveCall({ call, wire: wireOf(line), device: newDevice() });
  await live.wait();
  // Nobody presses the button in the first second; the receiving transport has long been connected by then.
  await pause(1_000);
  const from = performance.now();
  const entering = live.enter();
  const time = await took(from, await picture(live));
  await entering;
  await live.leave();
  line.close();
  return time;
};

const peer = async ({ delayed }: Scene): Promise<number> => {
  const from = performance.now();
  const { track, leave } = await joinSequential(delayed.sequential);
  const time = await took(from, track);
  leave();
  return time;
};

export interface Joins {
  roundTripMs: number;
  cold: Figure & { p95: number };
  warm: Figure & { p95: number };
  sequential: Figure & { p95: number };
}

/** Milliseconds to the first decoded frame, each way in turn, at one round-trip time. */
export const measureJoins = async (
  scene: Scene,
  { roundTripMs, rounds }: { roundTripMs: number; rounds: number },
): Promise<Joins> => {
  await scene.setRoundTrip(roundTripMs);
  const rested = (join: (scene: Scene) => Promise<number>) => async () => {
    await pause(SETTLE_MS);
    return join(scene);
  };
  const taken = await interleave(rounds, { cold: rested(cold), sequential: rested(peer), warm: rested(warm) });
  const of = (values: number[]) => ({ ...figure(values), p95: percentile(values, 0.95) });
  return { roundTripMs, cold: of(taken.cold), warm: of(taken.warm), sequential: of(taken.sequential) };
};
