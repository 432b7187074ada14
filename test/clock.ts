/** A Tuesday, 10:00 in Shanghai: a working hour on every roster. */
export const TUESDAY_TEN = new Date('2026-11-24T02:00:00.000Z');

/** Runs like a real clock from a fixed start and can be set forward. */
export interface TestClock {
  now(): Date;
  advance(ms: number): void;
  /** Never backward. */
  set(at: Date): void;
}

export const testClock = (start: Date): TestClock => {
  let origin = start.getTime() - performance.now();
  const now = () => new Date(origin + performance.now());
  const advance = (ms: number) => {
    origin += ms;
  };
  return { now, advance, set: (at) => advance(Math.max(0, at.getTime() - now().getTime())) };
};
