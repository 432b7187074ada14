import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreOf, limitsOf, pointsOf, type Share } from '../../client/src/stats/centers/limits.ts';
import { middleOf, RUN, runsOf } from '../../client/src/stats/centers/signals.ts';

const FEW = 10;
const months = fc.array(
  fc.option(fc.integer({ min: 0, max: 200 }).chain((n) => fc.record({ met: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))),
  { minLength: 1, maxLength: 36 },
);

describe('a P-chart', () => {
  it('has the limits of a worked example, stepped by the size of each month', () => {
    const worked: Share[] = [
      { met: 80, n: 100 },
      { met: 90, n: 100 },
      { met: 17, n: 20 },
    ];
    expect(centreOf(worked)).toBeCloseTo(0.85, 12);
    const [first, , small] = pointsOf(worked, FEW);
    expect([first!.lower, first!.upper].map((each) => each.toFixed(4))).toEqual(['0.7429', '0.9571']);
    expect([small!.lower, small!.upper].map((each) => each.toFixed(4))).toEqual(['0.6105', '1.0000']);
  });

  it('marks what is outside, and says nothing of a month of few', () => {
    const outside = pointsOf(
      [
        { met: 90, n: 100 },
        { met: 90, n: 100 },
        { met: 20, n: 40 },
      ],
      FEW,
    );
    expect(outside.map((point) => point!.breach)).toEqual([false, false, true]);
    const few = pointsOf(
      [
        { met: 900, n: 1_000 },
        { met: 0, n: 9 },
      ],
      FEW,
    );
    expect(few[1]).toMatchObject({ share: 0, breach: false });
    expect(few[1]!.share).toBeLessThan(few[1]!.lower);
  });

  it('has no point where nothing was judged or told, and none at all of nothing', () => {
    expect(pointsOf([null, { met: 0, n: 0 }, { met: 5, n: 10 }], FEW).map((point) => point?.share)).toEqual([
      undefined,
      undefined,
      0.5,
    ]);
    expect(centreOf([null, { met: 0, n: 0 }])).toBeNull();
  });

  it('keeps its limits around the centre and within none and all; the larger the month, the closer', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 500 }), (centre, n) => {
        const [limits, closer] = [limitsOf(centre, n), limitsOf(centre, n + 1)];
        expect(limits.lower).toBeGreaterThanOrEqual(0);
        expect(limits.upper).toBeLessThanOrEqual(1);
        expect(limits.lower).toBeLessThanOrEqual(centre);
        expect(limits.upper).toBeGreaterThanOrEqual(centre);
        expect(closer.lower).toBeGreaterThanOrEqual(limits.lower);
        expect(closer.upper).toBeLessThanOrEqual(limits.upper);
      }),
    );
  });

  it('judges met and unmet alike, and never one month by itself', () => {
    const turned = (all: (Share | null)[]) => all.map((month) => month && { met: month.n - month.met, n: month.n });
    fc.assert(
      fc.property(months, (all) => {
        const [points, mirrored] = [pointsOf(all, FEW), pointsOf(turned(all), FEW)];
        for (const [at, point] of points.entries()) {
          if (point) expect(point.upper).toBeCloseTo(1 - mirrored[at]!.lower, 9);
        }
        for (const month of all) expect(pointsOf([month], FEW)[0]?.breach ?? false).toBe(false);
      }),
    );
  });
});

describe('a run chart', () => {
  it('tells of seven on one side, not of six', () => {
    const six = [40, 50, 51, 52, 53, 54, 55, 39];
    expect(runsOf(six, 45)).toEqual([]);
    expect(runsOf([...six.slice(0, 7), 56, 39], 45)).toEqual([{ from: 1, to: 7, n: RUN, side: 'above' }]);
  });

  it('neither counts nor ends a run at the line or where there is no value', () => {
    expect(runsOf([9, 9, 10, null, 9, 9, 9, 9, 9, 11], 10)).toEqual([{ from: 0, to: 8, n: 7, side: 'below' }]);
    expect(runsOf([9, 9, 9, 11, 9, 9, 9, 9], 10)).toEqual([]);
  });

  it('has the middle of what there is', () => {
    expect(middleOf([null, 3, 1, null, 2])).toBe(2);
    expect(middleOf([4, 1])).toBe(2.5);
    expect(middleOf([null])).toBeNull();
  });

  it('finds only whole runs: of one side, long enough, side after side', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { maxLength: 60 });
    fc.assert(
      fc.property(values, (all) => {
        const line = 2;
        const runs = runsOf(all, line);
        for (const { from, to, n, side } of runs) {
          const inside = all.slice(from, to + 1).filter((value) => value !== null && value !== line);
          expect(inside).toHaveLength(n);
          expect(n).toBeGreaterThanOrEqual(RUN);
          expect(inside.every((value) => value! > line === (side === 'above'))).toBe(true);
        }
        const flipped = all.map((value) => (value === null ? null : 2 * line - value));
        expect(runsOf(flipped, line).map(({ from, to }) => [from, to])).toEqual(runs.map(({ from, to }) => [from, to]));
      }),
    );
  });
});
