import { observer, type types } from 'mediasoup';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calls } from '../../contract/calls.ts';
import { ROUTER_CAPABILITIES } from '../../contract/router.ts';
import { type Media, openMedia } from '../../server/media/media.ts';
import { grantOf, listener, quiet } from './direct.ts';

let media: Media;
beforeAll(async () => {
  media = await openMedia({ port: 0, listenIp: '127.0.0.1', announcedAddress: null, workers: 1 }, quiet);
});
afterAll(() => media.close());

const watchTransports = (worker: types.Worker, open: Set<string>): void =>
  void worker.observer.on('newrouter', (router) =>
    router.observer.on('newtransport', (transport) => {
      open.add(transport.id);
      transport.observer.once('close', () => open.delete(transport.id));
    }),
  );

const CODEC = { mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 };
const poison = (maxBitrate: unknown) => ({ codecs: [CODEC], encodings: [{ ssrc: 1, maxBitrate }] });
const arrivalOf = (seat: string) => ({
  grant: grantOf({ seat }),
  about: {},
  rtpCapabilities: structuredClone(ROUTER_CAPABILITIES) as never,
  fresh: true,
});

it.each([null, 1.5, 'x', -1, {}])('a bit rate of %j is refused at the door', (maxBitrate) => {
  const input = { transportId: 't', source: 'mic', kind: 'audio', rtpParameters: poison(maxBitrate) };
  expect(calls.produce.input.safeParse(input).success).toBe(false);
  expect(calls.produce.input.safeParse({ ...input, rtpParameters: poison(150_000) }).success).toBe(true);
});

it('a worker that no longer understands its messages is replaced, and everybody comes again', async () => {
  const hears = listener();
  const { seat, send } = await media.join(arrivalOf('a'), hears.notify);
  const sending = { source: 'mic', kind: 'audio', rtpParameters: poison(1.5), paused: false } as never;
  await seat.produce(send.id, sending).catch(() => undefined);
  await media.join(arrivalOf('b'), listener().notify).catch(() => undefined);
  expect(await hears.told('ended')).toEqual({ why: 'rejoin' });
  await expect.poll(() => media.health().ready).toBe(true);
  const again = await media.join(arrivalOf('a'), hears.notify);
  expect(again.send.id).not.toBe(send.id);
});

it('a join that is refused leaves no transports behind', async () => {
  const open = new Set<string>();
  observer.on('newworker', (worker) => watchTransports(worker, open));
  const own = await openMedia({ port: 0, listenIp: '127.0.0.1', announcedAddress: null, workers: 1 }, quiet);
  await own.join(arrivalOf('keeper'), listener().notify);
  const before = open.size;
  const refused = { ...arrivalOf('x'), rtpCapabilities: { codecs: [], headerExtensions: [] } as never };
  for (let time = 0; time < 3; time += 1) {
    await expect(own.join(refused, listener().notify)).rejects.toMatchObject({ code: 'invalid' });
  }
  expect(open.size).toBe(before);
  await own.close();
});
