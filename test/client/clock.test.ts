import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const fresh = async () => {
  vi.resetModules();
  return import('../../client/src/lib/clock.ts');
};

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-23T01:00:00.000Z') }));
afterEach(() => void vi.useRealTimers());

/** Answers of a server whose clock is `ahead` ms before ours, each taking 40 ms, asked at these device times. */
const hear = (learn: (date: string, asked: number, answered: number) => void, ahead: number, asked: number[]) => {
  for (const at of asked) learn(new Date(Math.floor((at + 20 + ahead) / 1000) * 1000).toUTCString(), at, at + 40);
};

it('trusts the device until a server has answered', async () => {
  const { serverNow } = await fresh();
  expect(serverNow()).toBe(Date.now());
});

it('finds the offset within a tenth of a second from headers of whole seconds', async () => {
  const { learnTime, serverNow } = await fresh();
  const now = Date.now();
  hear(
    learnTime,
    187_340,
    [0, 130, 260, 390, 520, 650, 780, 910].map((ms) => now + ms),
  );
  expect(Math.abs(serverNow() - now - 187_340)).toBeLessThan(100);
});

it('begins again when a clock was set', async () => {
  const { learnTime, serverNow } = await fresh();
  const now = Date.now();
  hear(learnTime, 500, [now, now + 300, now + 700]);
  hear(learnTime, -60_000, [now + 900, now + 1_400]);
  expect(Math.abs(serverNow() - now + 60_000)).toBeLessThan(1_000);
});

it('ignores an answer without a date', async () => {
  const { learnTime, serverNow } = await fresh();
  learnTime(null, 0, 10);
  learnTime('soon', 0, 10);
  expect(serverNow()).toBe(Date.now());
});

it('tells of a press the device’s own time and how far that is ahead of the server’s', async () => {
  const { learnTime, pressedNow } = await fresh();
  hear(learnTime, -180_000, [Date.now(), Date.now() + 500]);
  const { at, offsetMs } = pressedNow();
  expect(at).toBe('2026-11-23T01:00:00.000Z');
  expect(Math.abs(offsetMs - 180_000)).toBeLessThanOrEqual(500);
});

it('tells of a press the server’s time where the device is wrong by days', async () => {
  const { learnTime, pressedNow } = await fresh();
  hear(learnTime, -3 * 86_400_000, [Date.now()]);
  const { at, offsetMs } = pressedNow();
  expect(offsetMs).toBe(0);
  expect(at.slice(0, 13)).toBe('2026-11-20T01');
});
