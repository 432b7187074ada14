import { readFileSync } from 'node:fs';
import { observer } from 'mediasoup';
import { Device, type types } from 'mediasoup-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROUTER_CAPABILITIES } from '../../contract/router.ts';
import { type Media, openMedia } from '../../server/media/media.ts';
import type { Entrance } from '../../server/media/room.ts';
import { becomeBrowser, silentMicrophone } from '../media/browser.ts';
import { grantOf, quiet } from '../media/direct.ts';

/** DTLS handshakes in all; each seat makes two, one for each transport. */
const HANDSHAKES = Number(process.env['SOAK'] ?? 10_000);
const SEATS = HANDSHAKES / 2;
/** Peers at once: enough to keep one worker busy, few enough for two cores. */
const ABREAST = 8;
/** The heap has found its size by then. */
const WARM_UP = Math.ceil(SEATS / 5);
const GROWTH = 1.15;

becomeBrowser();

let media: Media;
let pid: number;
let device: Device;
let deaths = 0;

beforeAll(async () => {
  observer.on('newworker', (worker) => {
    pid = worker.pid;
    worker.on('died', () => {
      deaths += 1;
    });
  });
  media = await openMedia({ port: 0, listenIp: '127.0.0.1', announcedAddress: null, workers: 1 }, quiet);
  device = await Device.factory();
  await device.load({ routerRtpCapabilities: ROUTER_CAPABILITIES as unknown as types.RtpCapabilities });
});
afterAll(() => media.close());

const residentKb = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

const connected = (path: types.Transport): Promise<void> =>
  new Promise((up, down) => {
    path.on('connectionstatechange', (state) => {
      if (state === 'connected') up();
      if (state === 'failed') down(new Error('DTLS or ICE failed'));
    });
  });

const connectWith =
  ({ seat }: Entrance, path: types.Transport): Parameters<typeof path.on<'connect'>>[1] =>
  ({ dtlsParameters }, done, failed) => {
    seat.connect(path.id, dtlsParameters as never).then(done, failed);
  };

/** A whole seat: both transports through ICE and DTLS, then closed from either end in turn. */
const sitOnce = async (place: number): Promise<void> => {
  const grant = grantOf({ room: `room ${place % ABREAST}`, seat: `seat ${place}` });
  const rtpCapabilities = device.recvRtpCapabilities as never;
  const entrance = await media.join({ grant, about: {}, rtpCapabilities, fresh: true }, () => undefined);
  const receive = device.createRecvTransport(entrance.receive as never);
  const send = device.createSendTransport(entrance.send as never);
  receive.on('connect', connectWith(entrance, receive));
  send.on('connect', connectWith(entrance, send));
  send.on('produce', ({ rtpParameters }, done, failed) => {
    const sending = { source: 'mic', kind: 'audio', rtpParameters, paused: true } as never;
    entrance.seat.produce(send.id, sending).then(({ producerId }) => done({ id: producerId }), failed);
  });
  const both = Promise.all([connected(receive), connected(send)]);
  await Promise.all([receive.consume(entrance.warmUp as never), send.produce({ track: silentMicrophone(), stopTracks: true })]);
  await both;
  if (place % 2 === 0) entrance.seat.close();
  receive.close();
  send.close();
  entrance.seat.close();
};

const runTo = async (first: number, last: number): Promise<void> => {
  let next = first;
  const walk = async () => {
    while (next < last) {
      const place = next;
      next += 1;
      await sitOnce(place);
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, walk));
};

it(`keeps its memory and its life through ${HANDSHAKES} DTLS handshakes and closes`, async () => {
  const began = performance.now();
  await runTo(0, WARM_UP);
  const before = residentKb();
  await runTo(WARM_UP, SEATS);
  const after = residentKb();
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`${2 * SEATS} handshakes in ${seconds} s; worker ${before} kB after warm-up, ${after} kB at the end\n`);
  expect(deaths).toBe(0);
  expect(after).toBeLessThan(before * GROWTH);
});
