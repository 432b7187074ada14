import { observer } from 'mediasoup';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LiveCall } from '../client/src/calls/engine/call.ts';
import type { CallRef } from '../contract/calls.ts';
import { ROUTER_CAPABILITIES } from '../contract/router.ts';
import { readGrant, signGrant } from '../server/calls/signed.ts';
import { openMedia } from '../server/media/media.ts';
import { urgent } from './cases.ts';
import { TEST_KEYS } from './keys.ts';
import { becomeBrowser, closeDevices, firstFrame, firstSound } from './media/browser.ts';
import { grantOf, quiet, until } from './media/direct.ts';
import { callOver, coldWire, openLine } from './media/socket.ts';
import { askOver, type Live, type Person } from './person.ts';
import { house, type TestHouse } from './support.ts';

becomeBrowser();

let h: TestHouse;
let doctor: Person;
let specialist: Person;
let stranger: Person;
const pids: number[] = [];
const lines: Live[] = [];
const open: LiveCall[] = [];

beforeAll(async () => {
  observer.on('newworker', ({ pid }) => void pids.push(pid));
  const media = await openMedia({ port: 0, listenIp: '127.0.0.1', announcedAddress: null, workers: 1 }, quiet);
  h = await house({ media });
  doctor = await h.person('leibo.doctor');
  specialist = await h.person('xiangshan.specialist');
  stranger = await h.person('yuexi.doctor');
});
afterEach(async () => {
  for (const call of open.splice(0)) await call.leave();
  for (const line of lines.splice(0)) line.close();
});
afterAll(async () => {
  closeDevices();
  await h.close();
});

/** A consult that the specialist has accepted; its room is open. */
const accepted = async (): Promise<CallRef> => {
  const { id } = await doctor.api.consults.request(urgent({ callbackPhone: '0834-8822120' }));
  await specialist.api.consults.accept({ id });
  return { kind: 'consult', id };
};

const lineFor = async (person: Person): Promise<Live> => {
  const line = await openLine(h.base, person);
  lines.push(line);
  return line;
};

const settle = async (person: Person, call: CallRef, device: string) => {
  const line = await lineFor(person);
  const live = callOver(line, call, device);
  open.push(live);
  await Promise.all([live.openMic(), live.openCamera()]);
  await live.wait();
  await live.enter();
  return { line, live };
};

const join = (line: Live, call: CallRef, parts: { device?: string; waiting?: boolean; fresh?: boolean } = {}) =>
  askOver(line, 'calls.join', {
    ...call,
    device: 'bench',
    waiting: false,
    fresh: false,
    rtpCapabilities: structuredClone(ROUTER_CAPABILITIES),
    ...parts,
  });

const heard = <T>(line: Live, event: string): Promise<T> => new Promise((done) => line.once(event as never, done as never));

const OPUS = {
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1000 }],
};
const sending = (transportId: string) => ({ transportId, source: 'mic', kind: 'audio', rtpParameters: OPUS }) as const;

describe('two hospitals in a room', () => {
  it('see and hear one another, and the consult is in session', async () => {
    const call = await accepted();
    const [{ live: a }, { live: b }] = [await settle(doctor, call, 'a'), await settle(specialist, call, 'b')];
    const seen = async (live: LiveCall) => {
      await firstFrame(await until(live, ({ others }) => others[0]?.tracks.camera));
      await firstSound(await until(live, ({ others }) => others[0]?.tracks.mic));
    };
    await Promise.all([seen(a), seen(b)]);
    expect(b.state().others).toMatchObject([{ person: { id: doctor.id }, role: 'requester' }]);
    expect(a.state().others).toMatchObject([{ person: { id: specialist.id }, role: 'consultant' }]);
    expect((await doctor.api.consults.read({ id: call.id })).status).toBe('inSession');
    const { items } = await doctor.api.calls.seats(call);
    expect(items.map(({ person }) => person.id).sort()).toEqual([doctor.id, specialist.id].sort());
  });

  it('are not joined by a join that the media refuses: the ring goes on, and nobody counts as in a call', async () => {
    const call = await accepted();
    const line = await lineFor(specialist);
    const bad = { ...call, device: 'bad', waiting: false, fresh: true, rtpCapabilities: { codecs: [] } };
    await expect(askOver(line, 'calls.join', bad)).rejects.toMatchObject({ reason: 'media.capabilities' });
    expect((await doctor.api.consults.read({ id: call.id })).status).toBe('accepted');
    expect((await doctor.api.calls.seats(call)).items).toEqual([]);
    await expect(askOver(line, 'calls.admit', call)).rejects.toMatchObject({ reason: 'call.noSeat' });
  });

  it('are joined by a deep link in the line’s own handshake, once', async () => {
    const call = await accepted();
    await settle(specialist, call, 'b');
    const { wire, line } = coldWire(h.base, doctor);
    lines.push(line);
    const live = new LiveCall({ call, wire, device: 'cold' });
    open.push(live);
    await live.enter();
    expect(live.state()).toMatchObject({ phase: 'inside', refused: null });
    await firstFrame(await until(live, ({ others }) => others[0]?.tracks.camera));
    expect(
      await h.db.auditRow.count({ where: { action: 'calls.enter', actorId: doctor.id, subjectIds: { has: call.id } } }),
    ).toBe(1);
  });

  it('come back by themselves when the media worker is killed, muted as they were', async () => {
    const call = await accepted();
    const [{ live: a }, { live: b }] = [await settle(doctor, call, 'a'), await settle(specialist, call, 'b')];
    await until(b, ({ others }) => others[0]?.tracks.mic);
    await a.mute(true);
    await until(b, ({ others }) => others[0]?.paused.mic);
    const gone = Promise.all([until(a, ({ phase }) => phase === 'away'), until(b, ({ phase }) => phase === 'away')]);
    process.kill(pids.at(-1)!, 'SIGKILL');
    await gone;
    await Promise.all([until(a, ({ phase }) => phase === 'inside'), until(b, ({ phase }) => phase === 'inside')]);
    await firstFrame(await until(b, ({ others }) => others[0]?.tracks.camera));
    expect(b.state().others).toMatchObject([{ paused: { mic: true, camera: false } }]);
    await until(a, ({ others }) => others.length === 1);
  });

  it('keep their seats and their pictures when a line drops and comes back', async () => {
    const call = await accepted();
    const [{ live: a, line }, { live: b }] = [await settle(doctor, call, 'a'), await settle(specialist, call, 'b')];
    const picture = await until(b, ({ others }) => others[0]?.tracks.camera);
    await firstFrame(picture);
    const { seat } = b.state().others[0]!;
    line.io.engine.close();
    await until(a, ({ phase }) => phase === 'away');
    await a.mute(true);
    await until(a, ({ phase }) => phase === 'inside');
    await until(b, ({ others }) => others[0]?.paused.mic);
    expect(b.state().others).toMatchObject([{ seat, tracks: { camera: picture } }]);
    await firstFrame(picture);
  });
});

describe('joining', () => {
  it('is for those with a relation to the consult, once it has been accepted', async () => {
    const call = await accepted();
    const asked = {
      kind: 'consult',
      id: (await doctor.api.consults.request(urgent({ callbackPhone: '0834-8822120' }))).id,
    } as const;
    await expect(join(await lineFor(stranger), call)).rejects.toMatchObject({ code: 'notFound' });
    await expect(join(await lineFor(specialist), asked)).rejects.toMatchObject({ code: 'conflict' });
    await expect(stranger.api.calls.seats(call)).rejects.toMatchObject({ code: 'notFound' });
    expect(await h.db.seat.count({ where: { personId: stranger.id } })).toBe(0);
  });

  it('refuses forged ids and ids of others, and goes on', async () => {
    const call = await accepted();
    const [a, b] = [await lineFor(doctor), await lineFor(specialist)];
    await expect(askOver(b, 'calls.connect', { transportId: 'x', dtlsParameters: {} })).rejects.toMatchObject({
      code: 'conflict',
    });
    const [mine, theirs] = [await join(a, call), await join(b, call)];
    const offered = heard<{ id: string }>(a, 'call.consumer');
    await expect(askOver(b, 'calls.produce', sending(mine.send.id))).rejects.toMatchObject({ code: 'invalid' });
    await expect(askOver(b, 'calls.produce', sending('nothing'))).rejects.toMatchObject({ code: 'invalid' });
    await expect(
      askOver(b, 'calls.connect', { transportId: mine.send.id, dtlsParameters: mine.send.dtlsParameters }),
    ).rejects.toMatchObject({ code: 'invalid' });
    await expect(askOver(b, 'calls.produce', { ...sending(theirs.send.id), rtpParameters: {} })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(askOver(b, 'calls.keyFrame', { consumerId: 'nothing' })).rejects.toMatchObject({ code: 'invalid' });
    await askOver(b, 'calls.produce', sending(theirs.send.id));
    const { id } = await offered;
    await expect(askOver(b, 'calls.prefer', { consumerId: id, layer: 0 })).rejects.toMatchObject({ code: 'invalid' });
    await askOver(a, 'calls.prefer', { consumerId: id, layer: 0 });
  });

  it('takes only a grant that the server signed', () => {
    const grant = grantOf({ seat: 'a' });
    expect(readGrant(TEST_KEYS.jwt, signGrant(TEST_KEYS.jwt, grant))).toEqual(grant);
    const forged = signGrant('another secret '.repeat(4), grant);
    expect(() => readGrant(TEST_KEYS.jwt, forged)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });

  it('gives a second device a second seat, and one device one seat', async () => {
    const call = await accepted();
    const [phone, desk, again] = [await lineFor(doctor), await lineFor(doctor), await lineFor(doctor)];
    const first = await join(phone, call, { device: 'phone' });
    const second = await join(desk, call, { device: 'desk' });
    expect(second.seat).not.toBe(first.seat);
    expect(second.seats.map(({ seat }) => seat)).toEqual([first.seat]);
    const taken = heard(phone, 'call.ended');
    const third = await join(again, call, { device: 'phone' });
    expect(third).toMatchObject({ seat: first.seat, send: { id: first.send.id } });
    expect(await taken).toEqual({ why: 'taken' });
    await expect(askOver(phone, 'calls.restartIce', {})).rejects.toMatchObject({ code: 'conflict' });
  });

  it('says what to do where there is no media', async () => {
    const bare = await house();
    try {
      const person = await bare.person('leibo.doctor');
      const { id } = await person.api.consults.request(urgent({ callbackPhone: '0834-8822120' }));
      const line = await person.live();
      await expect(join(line, { kind: 'consult', id })).rejects.toMatchObject({ code: 'unavailable', reason: 'media.missing' });
    } finally {
      await bare.close();
    }
  });
});

describe('chat', () => {
  it('is for those who are in; who comes later reads it', async () => {
    const call = await accepted();
    const [a, b] = [await lineFor(doctor), await lineFor(specialist)];
    await join(a, call);
    expect((await join(b, call, { waiting: true })).chat).toEqual([]);
    await expect(askOver(b, 'calls.say', { ...call, text: '在吗' })).rejects.toMatchObject({ code: 'forbidden' });
    let whispered = false;
    b.on('call.said', () => {
      whispered = true;
    });
    const echo = heard<{ text: string; call: CallRef }>(a, 'call.said');
    const line = await askOver(a, 'calls.say', { ...call, text: '血压 90/60' });
    expect(await echo).toMatchObject({ text: '血压 90/60', call });
    const { chat } = await join(b, call);
    expect(chat).toEqual([line]);
    expect(whispered).toBe(false);
    await expect(askOver(await lineFor(stranger), 'calls.say', { ...call, text: '?' })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

describe('leaving', () => {
  const openSeats = (call: CallRef) => h.db.seat.count({ where: { subjectId: call.id, leftAt: null } });

  it('closes the seat, and coming back opens it again', async () => {
    const call = await accepted();
    const [a, b] = [await lineFor(doctor), await lineFor(specialist)];
    const [{ seat }] = [await join(a, call), await join(b, call)];
    const left = heard(b, 'call.seatLeft');
    await askOver(a, 'calls.leave', {});
    expect(await left).toEqual({ seat });
    expect(await openSeats(call)).toBe(1);
    expect((await join(a, call)).seat).toBe(seat);
    expect(await openSeats(call)).toBe(2);
  });

  it('happens to everybody at once when the consult is cancelled', async () => {
    const call = await accepted();
    const [a, b] = [await lineFor(doctor), await lineFor(specialist)];
    await Promise.all([join(a, call, { waiting: true }), join(b, call, { waiting: true })]);
    const ends = Promise.all([heard(a, 'call.ended'), heard(b, 'call.ended')]);
    await doctor.api.consults.cancel({ id: call.id, note: '患者已转院' });
    expect(await ends).toEqual([{ why: 'revoked' }, { why: 'revoked' }]);
    await expect(join(a, call)).rejects.toMatchObject({ code: 'conflict' });
  });

  // The last one: nobody can ask anything as this doctor afterwards.
  it('happens at once when the session is ended, and not only after a lease', async () => {
    const call = await accepted();
    const [a, b] = [await lineFor(doctor), await lineFor(specialist)];
    const [{ seat }] = [await join(a, call), await join(b, call)];
    const left = heard(b, 'call.seatLeft');
    a.io.opts.reconnection = false;
    await doctor.api.auth.logout({});
    expect(await left).toEqual({ seat });
  });
});
