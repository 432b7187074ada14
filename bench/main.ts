// npm run bench: the figures that this product is held to, each beside its peer in the same run. Prints a table and
// writes bench/results/latest.json. Linux only (the delay listens on 127.0.0.2); about four minutes on two cores.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { urgent } from '../test/cases.ts';
import { testClock } from '../test/clock.ts';
import { becomeBrowser, closeDevices } from '../test/media/browser.ts';
import { visitors } from '../test/person.ts';
import { measureAcks } from './acks.ts';
import { start } from './child.ts';
import type { Doors } from './house.ts';
import { measureJoins, publish, type Scene } from './join.ts';
import { table } from './table.ts';

const NEAR = '127.0.0.1';
const FAR = '127.0.0.2';
const JOIN_ROUNDS = 12;
const SLOPE_ROUNDS = 9;
const ACK_ROUNDS = 6;

const url = (host: string, port: number) => `http://${host}:${port}`;

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, NEAR, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

becomeBrowser();
const [house, relay] = [start('house.ts'), start('relay.ts')];
try {
  const mediaPort = await freePort();
  tell('starting the server');
  const doors = await house.ask<Doors>({ open: { mediaPort, announcedAddress: FAR } });
  const through = (port: number) => ({ from: { host: FAR, port }, to: { host: NEAR, port } });
  await relay.ask({
    links: {
      tcp: [doors.app, doors.sequential, mediaPort, mediaPort + 1].map(through),
      udp: [mediaPort, mediaPort + 1].map(through),
    },
  });

  const { person, leave } = visitors({ base: url(NEAR, doors.app), clock: testClock(new Date()) });
  const [viewer, shower] = [await person('leibo.doctor'), await person('xiangshan.specialist')];
  const { id } = await viewer.api.consults.request(urgent({ callbackPhone: '0834-8822120' }));
  await shower.api.consults.accept({ id });
  const call = { kind: 'consult', id } as const;
  const scene: Scene = {
    viewer,
    shower,
    call,
    direct: { app: url(NEAR, doors.app), sequential: url(NEAR, doors.sequential) },
    delayed: { app: url(FAR, doors.app), sequential: url(FAR, doors.sequential) },
    setRoundTrip: (roundTrip) => relay.ask({ roundTrip }),
  };
  await publish(scene);
  await measureJoins(scene, { roundTripMs: 0, rounds: 1 });
  tell('joins without delay');
  const without = await measureJoins(scene, { roundTripMs: 0, rounds: SLOPE_ROUNDS });
  tell('joins at a round trip of 100 ms');
  const joins = await measureJoins(scene, { roundTripMs: 100, rounds: JOIN_ROUNDS });
  tell('acknowledgements');
  const ackDoors = { ours: url(NEAR, doors.unlimited), echo: url(NEAR, doors.echo) };
  const acks = await measureAcks({ person: viewer, call, doors: ackDoors, server: house }, ACK_ROUNDS);

  const machine = { cores: availableParallelism(), processor: cpus()[0]?.model ?? '', node: process.version };
  const results = { at: new Date().toISOString(), machine, joins: [without, joins] as const, acks };
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'latest.json'), `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(table(results));
  leave();
} finally {
  closeDevices();
  house.stop();
  relay.stop();
}
process.exit(0);
