import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callBetween } from '../../client/src/emergency/page/spoken.ts';

const MINUTE = 60_000;

describe('a countdown that is spoken', () => {
  it.each([
    [10 * MINUTE + 500, 9 * MINUTE + 59_500, 10],
    [5 * MINUTE + 1, 5 * MINUTE, 5],
    [1_000, 0, 0],
    [4 * MINUTE, 3 * MINUTE, null],
    [30 * MINUTE, 12 * MINUTE, null],
    [-1_000, -2_000, null],
    [12 * MINUTE, 90_000, 2],
  ])('from %i to %i ms left: %s', (before, left, minutes) => {
    expect(callBetween(before, left)).toBe(minutes);
  });

  it('calls each of its five marks once, however often it looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 59_000 }), { minLength: 20, maxLength: 800 }), (steps) => {
        const looks = [11 * MINUTE];
        for (const step of steps) looks.push(looks.at(-1)! - step);
        const called = looks.slice(1).flatMap((left, at) => callBetween(looks[at]!, left) ?? []);
        const reached = [10, 5, 2, 1, 0].filter((minutes) => looks.at(-1)! <= minutes * MINUTE);
        expect(called).toEqual(reached);
      }),
    );
  });
});
