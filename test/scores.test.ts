import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GraceInput, grace } from '../contract/scores/grace.ts';
import { rows } from './rows.ts';

/** CP-1 of the domain specification, 雷波: STEMI, 63 years, Killip II. */
const CP1: GraceInput = {
  syndrome: 'stemi',
  age: 63,
  pulse: 96,
  systolic: 118,
  creatinine: 97,
  killip: 2,
  arrest: false,
  stDeviation: true,
  enzymes: true,
};

const anyGrace = fc.record<GraceInput>({
  syndrome: fc.constantFrom('stemi', 'nsteAcs'),
  age: fc.integer({ min: 0, max: 130 }),
  pulse: fc.double({ min: 0, max: 300, noNaN: true }),
  systolic: fc.double({ min: 0, max: 320, noNaN: true }),
  creatinine: fc.double({ min: 1, max: 3000, noNaN: true }),
  killip: fc.integer({ min: 1, max: 4 }),
  arrest: fc.boolean(),
  stDeviation: fc.boolean(),
  enzymes: fc.boolean(),
});

describe('GRACE', () => {
  it('CP-1 is 185, high', () => {
    const points = { age: 58, pulse: 15, systolic: 43, creatinine: 7, killip: 20, arrest: 0, stDeviation: 28, enzymes: 14 };
    expect(grace(CP1)).toEqual({ points, total: 185, band: 'high' });
  });

  it.each<['age' | 'pulse' | 'systolic' | 'creatinine' | 'killip', string]>([
    ['age', '0 0, 29 0, 30 8, 39 8, 40 25, 49 25, 50 41, 59 41, 60 58, 69 58, 70 75, 79 75, 80 91, 89 91, 90 100, 130 100'],
    ['pulse', '0 0, 49 0, 50 3, 69 3, 70 9, 89 9, 90 15, 109 15, 110 24, 149 24, 150 38, 199 38, 200 46, 300 46'],
    ['systolic', '0 58, 79 58, 80 53, 99 53, 100 43, 119 43, 120 34, 139 34, 140 24, 159 24, 160 10, 199 10, 200 0, 320 0'],
    // mg/dL: .39 | .4, .79 | .8, 1.19 | 1.2, 1.59 | 1.6, 1.99 | 2, 3.99 | 4
    [
      'creatinine',
      '1 1, 35.3 1, 35.36 4, 70.7 4, 70.72 7, 106 7, 106.08 10, 141.4 10, 141.44 13, 176.7 13, 176.8 21, 353.5 21, 353.6 28, 3000 28',
    ],
    ['killip', '1 0, 2 20, 3 39, 4 59'],
  ])('%s, on both sides of each step', (item, table) => {
    expect(rows(table).map(([value]) => [value, grace({ ...CP1, [item]: value }).points[item]])).toEqual(rows(table));
  });

  it('gives 39, 28 and 14 for arrest, ST deviation and enzymes, and nothing without them', () => {
    const { points: some } = grace({ ...CP1, arrest: true });
    const { points: none } = grace({ ...CP1, arrest: false, stDeviation: false, enzymes: false });
    expect([some.arrest, some.stDeviation, some.enzymes]).toEqual([39, 28, 14]);
    expect([none.arrest, none.stDeviation, none.enzymes]).toEqual([0, 0, 0]);
  });

  it('has other bands for STEMI than for NSTE-ACS, and meets both sides of each', () => {
    const seen = new Map<string, Map<number, string>>([
      ['stemi', new Map()],
      ['nsteAcs', new Map()],
    ]);
    for (const [syndrome, bands] of seen)
      for (let age = 0; age <= 90; age += 10)
        for (const pulse of [0, 50, 70, 90, 110, 150, 200])
          for (const systolic of [0, 80, 100, 120, 140, 160, 200])
            for (const creatinine of [1, 36, 71, 107, 142, 177, 354]) {
              const { total, band } = grace({ ...CP1, syndrome: syndrome as 'stemi', age, pulse, systolic, creatinine });
              bands.set(total, band);
            }
    const at = (syndrome: string, totals: number[]) => totals.map((total) => seen.get(syndrome)!.get(total));
    expect(at('stemi', [125, 126, 154, 155])).toEqual(['low', 'intermediate', 'intermediate', 'high']);
    expect(at('nsteAcs', [108, 109, 140, 141])).toEqual(['low', 'intermediate', 'intermediate', 'high']);
  });

  it('reaches 1 and 372 and never leaves 0–372', () => {
    const never = { arrest: false, stDeviation: false, enzymes: false };
    const always = { arrest: true, stDeviation: true, enzymes: true };
    const least = { ...never, age: 0, pulse: 0, systolic: 320, creatinine: 1, killip: 1 };
    const most = { ...always, age: 130, pulse: 300, systolic: 0, creatinine: 3000, killip: 4 };
    expect([grace({ ...CP1, ...least }).total, grace({ ...CP1, ...most }).total]).toEqual([1, 372]);
    fc.assert(
      fc.property(anyGrace, (input) => {
        const { total, points } = grace(GraceInput.parse(input));
        expect(total).toBe(Object.values(points).reduce((a, b) => a + b));
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(372);
      }),
    );
  });

  it('never falls when one argument gets worse', () => {
    const items = ['age', 'pulse', 'systolic', 'creatinine', 'killip', 'arrest', 'stDeviation', 'enzymes'] as const;
    fc.assert(
      fc.property(anyGrace, anyGrace, fc.constantFrom(...items), (one, other, item) => {
        const changed = { ...one, [item]: other[item] };
        const worse = item === 'systolic' ? other[item] <= one[item] : other[item] >= one[item];
        const rise = grace(changed).total - grace(one).total;
        expect(worse ? rise : -rise).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    { age: -1 },
    { age: 131 },
    { age: 63.5 },
    { pulse: -1 },
    { pulse: 301 },
    { systolic: 321 },
    { systolic: Number.NaN },
    { creatinine: 0 },
    { creatinine: 3001 },
    { killip: 0 },
    { killip: 5 },
    { killip: 1.5 },
    { arrest: 1 },
    { enzymes: undefined },
    { syndrome: 'acs' },
    { age: '63' },
  ])('refuses %o', (wrong) => {
    expect(GraceInput.safeParse(CP1).success).toBe(true);
    expect(GraceInput.safeParse({ ...CP1, ...wrong }).success).toBe(false);
  });
});
