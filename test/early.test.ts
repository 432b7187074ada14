import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEarly } from '../client/src/lib/early.ts';
import { type Ack, FIRST } from '../contract/refusal.ts';
import type { Person } from './person.ts';
import { house, type TestHouse } from './support.ts';

let h: TestHouse;
let doctor: Person;
const open: Socket[] = [];
beforeAll(async () => {
  h = await house();
  doctor = await h.person('leibo.doctor');
});
afterAll(async () => {
  for (const line of open) line.close();
  await h.close();
});

const lineWith = (handshake: () => object): Socket => {
  const auth = (give: (data: object) => void) => void doctor.token().then((token) => give({ token, ...handshake() }));
  const line = io(h.base, { transports: ['websocket'], auth, forceNew: true, autoConnect: false });
  open.push(line);
  return line;
};

/** What comes by itself for a handshake that carries this. */
const answerTo = (first: unknown): Promise<Ack<{ id: string }>> => {
  const line = lineWith(() => ({ [FIRST]: first }));
  const answer = new Promise<Ack<{ id: string }>>((done) => line.once(FIRST, done));
  line.connect();
  return answer;
};

describe('a question in the handshake', () => {
  it('is answered without being asked again', async () => {
    expect(await answerTo(['auth.me', {}])).toMatchObject({ ok: true, data: { id: doctor.id } });
  });

  it('is refused as on the open line', async () => {
    expect(await answerTo(['toString', {}])).toMatchObject({ ok: false, error: { code: 'notFound' } });
    expect(await answerTo(['consults.read', { id: 'x' }])).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(await answerTo(['auth.updateMe'])).toMatchObject({ ok: true });
  });

  it('that is none is passed over, and the line works', async () => {
    for (const first of [7, 'auth.me', [], [{}], null]) {
      const line = lineWith(() => ({ [FIRST]: first })).connect();
      let answered = false;
      line.on(FIRST, () => {
        answered = true;
      });
      await new Promise<void>((up) => line.once('connect', up));
      expect(await line.emitWithAck('auth.me', {})).toMatchObject({ ok: true });
      expect(answered).toBe(false);
    }
  });
});

describe('the page’s side', () => {
  it('asks after all what a handshake under way could not take', async () => {
    const line = lineWith(() => ({}));
    const early = openEarly(line);
    const answer = early.ask(['auth.me', {}], 10_000);
    line.connect();
    expect(await answer).toMatchObject({ ok: true });
  });

  it('gives up in time, and asks nothing then', async () => {
    const line = lineWith(() => early.handshake());
    const early = openEarly(line);
    await expect(early.ask(['auth.me', {}], 20)).rejects.toThrow('timeout');
    expect(early.handshake()).toEqual({});
  });
});
