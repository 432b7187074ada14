import { observer } from 'mediasoup';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LiveCall } from '../../client/src/calls/engine/call.ts';
import { type Media, openMedia } from '../../server/media/media.ts';
import { Seat } from '../../server/media/seat.ts';
import { becomeBrowser, closeDevices, denyDevices, firstFrame, firstSound } from './browser.ts';
import { directCall, quiet, until } from './direct.ts';

becomeBrowser();

let media: Media;
const pids: number[] = [];
const open: LiveCall[] = [];
let rooms = 0;

beforeAll(async () => {
  observer.on('newworker', ({ pid }) => void pids.push(pid));
  media = await openMedia({ port: 0, listenIp: '127.0.0.1', announcedAddress: null, workers: 1 }, quiet);
});
afterEach(async () => {
  for (const call of open.splice(0)) await call.leave();
});
afterAll(async () => {
  closeDevices();
  await media.close();
});

const newRoom = () => {
  rooms += 1;
  return `room ${rooms}`;
};

const come = (room: string, seat: string): LiveCall => {
  const call = directCall(media, { room, seat });
  open.push(call);
  return call;
};

const settle = async (room: string, seat: string): Promise<LiveCall> => {
  const call = come(room, seat);
  await Promise.all([call.openMic(), call.openCamera()]);
  await call.wait();
  await call.enter();
  return call;
};

const track = (call: LiveCall, source: 'mic' | 'camera') => until(call, ({ others }) => others[0]?.tracks[source]);

describe('a call', () => {
  it('carries picture and sound both ways', async () => {
    const room = newRoom();
    const [a, b] = [await settle(room, 'a'), await settle(room, 'b')];
    await Promise.all([firstFrame(await track(a, 'camera')), firstFrame(await track(b, 'camera'))]);
    await Promise.all([firstSound(await track(a, 'mic')), firstSound(await track(b, 'mic'))]);
    expect(a.state()).toMatchObject({ phase: 'inside', refused: null, over: null });
  });

  it('says who speaks and how the line does', async () => {
    const room = newRoom();
    const [a, b] = [await settle(room, 'a'), await settle(room, 'b')];
    await until(b, ({ others }) => others[0]?.speaking);
    await until(a, ({ speaking }) => speaking);
    const line = await until(b, ({ others }) => others[0]?.line.reason === 'good' && others[0].line);
    expect(line).toMatchObject({ bars: 4, lossPercent: 0 });
    expect(line.kbps).toBeGreaterThan(10);
    await a.mute(true);
    await until(b, ({ others }) => others[0]?.speaking === false);
  });

  it('sends nothing from the waiting room', async () => {
    const room = newRoom();
    const a = await settle(room, 'a');
    const b = come(room, 'b');
    await b.openMic();
    await b.wait();
    expect(b.state()).toMatchObject({ phase: 'waiting', others: [{ seat: 'a' }] });
    let seen = false;
    void until(b, ({ others }) => others[0]?.tracks.camera)
      .then(firstFrame)
      .then(() => {
        seen = true;
      });
    await firstSound(await track(await settle(room, 'c'), 'mic'));
    expect(seen).toBe(false);
    expect(a.state().others.map(({ seat }) => seat)).toEqual(['c']);
    await b.enter();
    await firstSound(await until(a, ({ others }) => others.find(({ seat }) => seat === 'b')?.tracks.mic));
  });

  it('shows a mute, a camera put away and taken out again', async () => {
    const room = newRoom();
    const [a, b] = [await settle(room, 'a'), await settle(room, 'b')];
    await firstFrame(await track(b, 'camera'));
    await a.mute(true);
    await until(b, ({ others }) => others[0]?.paused.mic && !others[0].tracks.mic);
    await a.closeCamera();
    expect(a.state().camera).toMatchObject({ on: false, track: null });
    await until(b, ({ others }) => others[0]?.paused.camera);
    await a.mute(false);
    await firstSound(await track(b, 'mic'));
    await a.openCamera();
    await firstFrame(await track(b, 'camera'));
  });

  it('opens a microphone muted, which nobody hears until it is switched on', async () => {
    const room = newRoom();
    const [a, b] = [come(room, 'a'), await settle(room, 'b')];
    const heard: boolean[] = [];
    b.watch(() => heard.push(b.state().others[0]?.paused.mic === false));
    await a.enter();
    await a.openMic(undefined, true);
    await until(b, ({ others }) => others[0]?.paused.mic && !others[0].tracks.mic);
    expect(a.state().mic).toMatchObject({ on: false, track: expect.anything() });
    expect(heard).not.toContain(true);
    await a.mute(false);
    await firstSound(await track(b, 'mic'));
  });

  it('goes on when a hidden picture is shown again', async () => {
    const room = newRoom();
    const [, b] = [await settle(room, 'a'), await settle(room, 'b')];
    const picture = await track(b, 'camera');
    await firstFrame(picture);
    b.show('a', 'camera', 'hidden');
    b.show('a', 'camera', 'large');
    await firstFrame(picture);
  });

  it('does without a camera or a microphone that it may not have', async () => {
    const room = newRoom();
    const a = await settle(room, 'a');
    const b = come(room, 'b');
    const allow = denyDevices();
    await Promise.all([b.openMic(), b.openCamera()]);
    allow();
    expect(b.state()).toMatchObject({ mic: { on: false, trouble: 'denied', asking: false }, camera: { trouble: 'denied' } });
    await b.wait();
    await b.enter();
    await firstFrame(await track(b, 'camera'));
    await b.openMic();
    expect(b.state().mic).toMatchObject({ on: true, trouble: null });
    await firstSound(await track(a, 'mic'));
  });

  it('restarts ICE without losing what is sent', async () => {
    const room = newRoom();
    const [a, b] = [await settle(room, 'a'), await settle(room, 'b')];
    const picture = await track(b, 'camera');
    await firstFrame(picture);
    const restart = vi.spyOn(Seat.prototype, 'restartIce');
    globalThis.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(restart).toHaveBeenCalledTimes(2));
    await firstFrame(picture);
    expect(a.state().phase).toBe('inside');
  });

  it('forgets who has left', async () => {
    const room = newRoom();
    const [a, b] = [await settle(room, 'a'), await settle(room, 'b')];
    await track(b, 'mic');
    await a.leave();
    await until(b, ({ others }) => others.length === 0);
    expect(a.state()).toMatchObject({ phase: 'over', over: 'left', mic: { track: null } });
  });

  it('is seen and heard again after a reload of its page, and gone for the others in between', async () => {
    const room = newRoom();
    const [a, b] = [await settle(room, 'a'), await settle(room, 'b')];
    await firstFrame(await track(b, 'camera'));
    // A reload lets go of nothing in order: the same seat is taken anew from a page that knows nothing of the old one.
    const reloaded = come(room, 'a');
    await Promise.all([reloaded.openMic(), reloaded.openCamera()]);
    await reloaded.wait();
    expect(a.state().over).toBe('taken');
    await until(b, ({ others }) => others.length === 0);
    await reloaded.enter();
    await firstFrame(await track(b, 'camera'));
    await firstSound(await track(b, 'mic'));
    await firstFrame(await track(reloaded, 'camera'));
  });

  it('is over when it is revoked', async () => {
    const room = newRoom();
    const a = await settle(room, 'a');
    await media.end(room, 'revoked');
    expect(a.state()).toMatchObject({ phase: 'over', over: 'revoked', camera: { track: null } });
  });

  it('comes back by itself when the worker is killed, and what was muted stays muted', async () => {
    const room = newRoom();
    const [a, b] = [await settle(room, 'a'), await settle(room, 'b')];
    await a.mute(true);
    await until(b, ({ others }) => others[0]?.paused.mic);
    const gone = Promise.all([until(a, ({ phase }) => phase === 'away'), until(b, ({ phase }) => phase === 'away')]);
    process.kill(pids.at(-1)!, 'SIGKILL');
    await gone;
    await until(a, ({ phase }) => phase === 'inside');
    await until(b, ({ phase }) => phase === 'inside');
    await firstFrame(await track(b, 'camera'));
    await firstSound(await track(a, 'mic'));
    expect(b.state().others[0]).toMatchObject({ seat: 'a', paused: { mic: true, camera: false } });
  });
});
