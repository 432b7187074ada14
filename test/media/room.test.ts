import { createServer } from 'node:net';
import { createWorker, observer, type types } from 'mediasoup';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROUTER_CAPABILITIES } from '../../contract/router.ts';
import { type Media, openMedia } from '../../server/media/media.ts';
import { CODECS, LEASE_MS } from '../../server/media/settings.ts';
import { grantOf, listener, quiet } from './direct.ts';

const LOCAL = { port: 0, listenIp: '127.0.0.1', announcedAddress: null, workers: 1 };

let media: Media;
let rooms = 0;
const consumers = new Map<string, types.Consumer>();
beforeAll(async () => {
  observer.on('newworker', (worker) => keepConsumers(worker));
  media = await openMedia(LOCAL, quiet);
});
afterAll(() => media.close());

/** Every consumer of the media layer, by what browsers call it. */
const keepConsumers = (worker: types.Worker): void =>
  void worker.observer.on('newrouter', (router) =>
    router.observer.on('newtransport', (transport) =>
      transport.observer.on('newconsumer', (consumer) => consumers.set(consumer.id, consumer)),
    ),
  );
const flowing = (id: string): boolean => consumers.get(id)?.paused === false;

const newRoom = () => {
  rooms += 1;
  return `room ${rooms}`;
};

const sit = (
  room: string,
  seat: string,
  options: { waiting?: boolean; fresh?: boolean; hears?: ReturnType<typeof listener> } = {},
) => {
  const { waiting = false, fresh = false, hears = listener() } = options;
  const grant = grantOf({ room, seat, waiting });
  const arrival = { grant, about: { name: seat }, rtpCapabilities: structuredClone(ROUTER_CAPABILITIES) as never, fresh };
  return media.join(arrival, hears.notify).then((entrance) => ({ ...entrance, hears }));
};

const OPUS = {
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1000 }],
};

const sending = (parts: object = {}) => ({ source: 'mic', kind: 'audio', rtpParameters: OPUS, paused: false, ...parts }) as never;

describe('a room', () => {
  it('is one, though two come at once', async () => {
    const room = newRoom();
    const [a, b] = await Promise.all([sit(room, 'a'), sit(room, 'b')]);
    const met = [...a.seats, ...b.seats].map(({ seat }) => seat);
    const told = [...a.hears.heard, ...b.hears.heard].flatMap(([name, notice]) => (name === 'seatTaken' ? [notice] : []));
    expect(met.length + told.length).toBeGreaterThanOrEqual(2);
    await a.seat.produce(a.send.id, sending());
    expect(await b.hears.told('consumer')).toMatchObject({ seat: 'a', source: 'mic' });
  });

  it('answers a join with all that is on offer', async () => {
    const room = newRoom();
    const a = await sit(room, 'a');
    const { producerId } = await a.seat.produce(a.send.id, sending());
    const b = await sit(room, 'b');
    expect(b.consumers).toMatchObject([{ seat: 'a', source: 'mic', kind: 'audio', producerId, producerPaused: false }]);
    expect(b.seats).toEqual([{ seat: 'a', about: { name: 'a' }, sources: [{ source: 'mic', paused: false }] }]);
    expect(b.send.iceCandidates.map(({ protocol }) => protocol).sort()).toEqual(['tcp', 'udp']);
    expect(b.warmUp).toMatchObject({ kind: 'audio', producerPaused: true });
  });

  it('begins anew once the last one has left', async () => {
    const room = newRoom();
    const a = await sit(room, 'a');
    const { producerId } = await a.seat.produce(a.send.id, sending());
    a.seat.close();
    a.seat.close();
    const b = await sit(room, 'b');
    expect(b.seats).toEqual([]);
    expect(b.consumers.map((consumer) => consumer.producerId)).not.toContain(producerId);
  });

  it('tells the others of a mute, of an end and of a leave', async () => {
    const room = newRoom();
    const [a, b] = [await sit(room, 'a'), await sit(room, 'b')];
    await a.seat.produce(a.send.id, sending());
    const { id } = await b.hears.told('consumer');
    await a.seat.setSource('mic', 'paused');
    expect(await b.hears.told('sourceChanged')).toEqual({ seat: 'a', source: 'mic', paused: true });
    await a.seat.setSource('mic', 'closed');
    expect(await b.hears.told('consumerClosed')).toEqual({ consumerId: id });
    a.seat.close();
    expect(await b.hears.told('seatLeft')).toEqual({ seat: 'a' });
  });

  it('sends everybody out when it is ended', async () => {
    const room = newRoom();
    const [a, b] = [await sit(room, 'a'), await sit(room, 'b', { waiting: true })];
    await media.end(room, 'revoked');
    expect(await a.hears.told('ended')).toEqual({ why: 'revoked' });
    expect(await b.hears.told('ended')).toEqual({ why: 'revoked' });
    expect(a.seat.closed && b.seat.closed).toBe(true);
  });

  it('offers what the page was shipped with', async () => {
    const worker = await createWorker();
    const router = await worker.createRouter({ mediaCodecs: CODECS });
    expect(router.rtpCapabilities).toEqual(ROUTER_CAPABILITIES);
    worker.close();
  });
});

describe('the waiting room', () => {
  it('neither hears nor is heard, until it is admitted', async () => {
    const room = newRoom();
    const a = await sit(room, 'a');
    const b = await sit(room, 'b', { waiting: true });
    await a.seat.produce(a.send.id, sending());
    await b.seat.produce(b.send.id, sending());
    const c = await sit(room, 'c');
    expect(c.consumers.map(({ seat }) => seat)).toEqual(['a']);
    expect(a.hears.heard.map(([name]) => name)).not.toContain('consumer');
    const { id } = await b.hears.told('consumer');
    expect(flowing(id)).toBe(false);
    await b.seat.prefer(id, 2);
    expect(flowing(id)).toBe(false);

    const admitted = await sit(room, 'b', { hears: b.hears });
    expect(admitted.seat).toBe(b.seat);
    expect(admitted.send.id).toBe(b.send.id);
    expect(admitted.consumers.map(({ seat, id: same }) => [seat, same])).toEqual([['a', id]]);
    expect(flowing(id)).toBe(true);
    expect(await a.hears.told('consumer')).toMatchObject({ seat: 'b', producerPaused: false });
  });

  it('keeps a muted microphone muted through admission', async () => {
    const room = newRoom();
    const a = await sit(room, 'a');
    const b = await sit(room, 'b', { waiting: true });
    await b.seat.produce(b.send.id, sending({ paused: true }));
    await sit(room, 'b', { hears: b.hears });
    expect(await a.hears.told('consumer')).toMatchObject({ producerPaused: true });
  });

  it('falls silent again when the grant is taken back', async () => {
    const room = newRoom();
    const [a, b] = [await sit(room, 'a'), await sit(room, 'b')];
    await a.seat.produce(a.send.id, sending());
    const { id } = await b.hears.told('consumer');
    const [voice] = a.seat.voices;
    await a.seat.regrant(grantOf({ room, seat: 'a', waiting: true }));
    expect(voice?.producer.paused).toBe(true);
    await a.seat.regrant(grantOf({ room, seat: 'a' }));
    expect(voice?.producer.paused).toBe(false);
    expect(flowing(id)).toBe(true);
    await b.seat.regrant(grantOf({ room, seat: 'b', waiting: true }));
    expect(flowing(id)).toBe(false);
    await b.seat.prefer(id, 0);
    expect(flowing(id)).toBe(false);
  });
});

describe('a seat', () => {
  const refused = async (asked: Promise<unknown>, code: string) =>
    expect(
      await asked.then(
        () => 'done',
        (error: { code?: string }) => error.code,
      ),
    ).toBe(code);

  it('refuses forged ids, foreign transports and what its grant does not name', async () => {
    const room = newRoom();
    const [a, b] = [await sit(room, 'a'), await sit(room, 'b')];
    await a.seat.produce(a.send.id, sending());
    const { id } = await b.hears.told('consumer');
    await refused(b.seat.produce(a.send.id, sending()), 'invalid');
    await refused(b.seat.produce(b.receive.id, sending()), 'invalid');
    await refused(b.seat.produce(b.send.id, sending({ source: 'screen', kind: 'video' })), 'forbidden');
    await refused(b.seat.produce(b.send.id, sending({ source: 'camera', kind: 'audio' })), 'forbidden');
    await refused(b.seat.connect(a.send.id, a.send.dtlsParameters), 'invalid');
    await refused(a.seat.keyFrame(id), 'invalid');
    await refused(a.seat.prefer(id, null), 'invalid');
    await refused(b.seat.prefer('nothing', 1), 'invalid');
    await refused(b.seat.setSource('mic', 'paused'), 'invalid');
  });

  it('refuses parameters that mediasoup cannot take, and goes on', async () => {
    const room = newRoom();
    const [a, b] = [await sit(room, 'a'), await sit(room, 'b')];
    const wrong = [{}, { codecs: 'x' }, { ...OPUS, codecs: [{ ...OPUS.codecs[0]!, mimeType: 'audio/nonsense' }] }];
    for (const rtpParameters of wrong) await refused(a.seat.produce(a.send.id, sending({ rtpParameters })), 'invalid');
    for (const dtls of [{}, { fingerprints: 1 }, { role: 'king', fingerprints: [] }]) {
      await refused(a.seat.connect(a.send.id, dtls as never), 'invalid');
    }
    const grant = grantOf({ room, seat: 'c' });
    await refused(
      media.join({ grant, about: {}, rtpCapabilities: { codecs: 7 } as never, fresh: true }, listener().notify),
      'invalid',
    );
    await a.seat.produce(a.send.id, sending());
    expect(await b.hears.told('consumer')).toMatchObject({ seat: 'a' });
  });

  it('is found again by the same device, and taken from the socket that held it', async () => {
    const room = newRoom();
    const first = await sit(room, 'a');
    const { producerId } = await first.seat.produce(first.send.id, sending());
    const again = await sit(room, 'a');
    expect(again.seat).toBe(first.seat);
    expect(again.send.id).toBe(first.send.id);
    expect(first.hears.heard).toEqual([['ended', { why: 'taken' }]]);
    expect(again.seat.voices.map(({ producer }) => producer.id)).toEqual([producerId]);
    expect(again.hears.heard).toEqual([]);
  });

  it('gets new transports when its browser has lost its own', async () => {
    const room = newRoom();
    const watcher = await sit(room, 'b');
    const first = await sit(room, 'a');
    await first.seat.produce(first.send.id, sending());
    const { id } = await watcher.hears.told('consumer');
    const again = await sit(room, 'a', { fresh: true, hears: first.hears });
    expect(again.send.id).not.toBe(first.send.id);
    expect(await watcher.hears.told('consumerClosed')).toEqual({ consumerId: id });
    expect(watcher.hears.heard.filter(([name]) => name === 'seatTaken')).toHaveLength(1);
  });

  it('outlives its socket by one lease', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const room = newRoom();
      const [a, b] = [await sit(room, 'a'), await sit(room, 'b')];
      a.seat.release(a.hears.notify);
      vi.advanceTimersByTime(LEASE_MS - 1);
      const again = await sit(room, 'a');
      expect(again.seat).toBe(a.seat);
      // The old socket's farewell comes late and must not end the new socket's seat.
      a.seat.release(a.hears.notify);
      vi.advanceTimersByTime(2 * LEASE_MS);
      expect(again.seat.closed).toBe(false);
      again.seat.release(again.hears.notify);
      vi.advanceTimersByTime(LEASE_MS);
      expect(again.seat.closed).toBe(true);
      expect(await b.hears.told('seatLeft')).toEqual({ seat: 'a' });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('workers', () => {
  it('are replaced when one is killed; its rooms end with a word to come again', async () => {
    const pids: number[] = [];
    const note = ({ pid }: { pid: number }) => void pids.push(pid);
    observer.on('newworker', note);
    const own = await openMedia(LOCAL, quiet);
    observer.off('newworker', note);
    const hears = listener();
    const grant = grantOf({ seat: 'a' });
    const arrival = { grant, about: {}, rtpCapabilities: structuredClone(ROUTER_CAPABILITIES) as never, fresh: true };
    const { seat, send } = await own.join(arrival, hears.notify);
    process.kill(pids[0]!, 'SIGKILL');
    expect(await hears.told('ended')).toEqual({ why: 'rejoin' });
    expect(seat.closed).toBe(true);
    const again = await own.join(arrival, hears.notify);
    expect(again.send.id).not.toBe(send.id);
    expect(own.health()).toMatchObject({ ready: true, workers: 1, remedy: null });
    await own.close();
    expect(own.health().ready).toBe(false);
  });

  it('say at once that a port is taken', async () => {
    const squatter = createServer();
    await new Promise<void>((ready) => squatter.listen(0, '127.0.0.1', ready));
    const { port } = squatter.address() as { port: number };
    await expect(openMedia({ ...LOCAL, port }, quiet)).rejects.toThrow();
    squatter.close();
  });
});
