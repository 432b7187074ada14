import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApgarInput, apgar } from '../contract/scores/apgar.ts';
import { NcisInput, type NcisItem, NcisSign, ncis } from '../contract/scores/ncis.ts';
import { rows } from './rows.ts';

const item = fc.integer({ min: 0, max: 2 });
const anyApgar = fc.record<ApgarInput>({ appearance: item, pulse: item, grimace: item, activity: item, respiration: item });

describe('Apgar', () => {
  it.each<[string, ApgarInput, number, string]>([
    ['NE-1, 1 min', { appearance: 0, pulse: 2, grimace: 1, activity: 1, respiration: 0 }, 4, 'moderatelyAbnormal'],
    ['NE-1, 5 min', { appearance: 1, pulse: 2, grimace: 1, activity: 1, respiration: 2 }, 7, 'reassuring'],
    ['NE-1, 10 min', { appearance: 1, pulse: 2, grimace: 2, activity: 1, respiration: 2 }, 8, 'reassuring'],
    ['just under 7', { appearance: 0, pulse: 2, grimace: 1, activity: 1, respiration: 2 }, 6, 'moderatelyAbnormal'],
    ['just under 4', { appearance: 0, pulse: 2, grimace: 1, activity: 0, respiration: 0 }, 3, 'low'],
    ['nothing', { appearance: 0, pulse: 0, grimace: 0, activity: 0, respiration: 0 }, 0, 'low'],
    ['all', { appearance: 2, pulse: 2, grimace: 2, activity: 2, respiration: 2 }, 10, 'reassuring'],
  ])('%s', (_, input, total, band) => {
    expect(apgar(ApgarInput.parse(input))).toEqual({ total, band });
  });

  it('is the sum of its five items', () => {
    fc.assert(
      fc.property(anyApgar, (input) => {
        expect(apgar(input).total).toBe(Object.values(input).reduce((a, b) => a + b));
      }),
    );
  });

  it.each([-1, 3, 1.5, 'NT', undefined])('refuses %o', (wrong) => {
    const ones = { appearance: 1, pulse: 1, grimace: 1, activity: 1, respiration: 1 };
    for (const name of Object.keys(ones)) expect(ApgarInput.safeParse({ ...ones, [name]: wrong }).success).toBe(false);
  });
});

const NORMAL: NcisInput = {
  ...{ pulse: 140, systolic: 70, respiration: 45, pao2: 75, ph: 7.4, sodium: 140, potassium: 4.5 },
  ...{ creatinine: 100, haematocrit: 0.5, gut: { distension: false, bleeding: false } },
  ...{ temperature: 36.8, glucose: 3.5, birthWeight: 3200 },
  signs: [],
};
/** NE-1 of the domain specification, 美姑: 29+3 weeks. */
const NE1: NcisInput = {
  ...NORMAL,
  ...{ pulse: 172, systolic: 45, respiration: 70, pao2: 52, ph: 7.27, temperature: 36.1, birthWeight: 1180 },
};
const score = (input: NcisInput) => ncis(NcisInput.parse(input));

describe('NCIS', () => {
  it('NE-1: 80 of 100, critical', () => {
    const reading = score(NE1);
    expect(reading).toMatchObject({ score: 80, available: 100, band: 'critical', missing: [], criteria: [], unchecked: [] });
    expect(reading.points).toEqual({
      ...{ pulse: 6, systolic: 6, respiration: 6, pao2: 6, ph: 6 },
      ...{ sodium: 10, potassium: 10, renal: 10, haematocrit: 10, gut: 10 },
    });
  });

  it.each<[Exclude<keyof NcisInput, 'signs' | 'gut'>, NcisItem, string]>([
    ['pulse', 'pulse', '79 4, 80 6, 100 6, 101 10, 159 10, 160 6, 180 6, 181 4'],
    ['systolic', 'systolic', '39 4, 40 6, 50 6, 51 10, 89 10, 90 6, 100 6, 101 4'],
    ['respiration', 'respiration', '19 4, 20 6, 25 6, 26 10, 59 10, 60 6, 100 6, 101 4'],
    ['pao2', 'pao2', '49 4, 50 6, 60 6, 61 10, 700 10'],
    ['ph', 'ph', '7.24 4, 7.25 6, 7.3 6, 7.31 10, 7.49 10, 7.5 6, 7.55 6, 7.56 4'],
    ['sodium', 'sodium', '119 4, 120 6, 130 6, 131 10, 149 10, 150 6, 160 6, 161 4'],
    ['potassium', 'potassium', '1.9 4, 2 6, 2.9 6, 2.99 6, 3 10, 7.4 10, 7.5 6, 9 6, 9.1 4'],
    ['creatinine', 'renal', '1 6, 87 6, 87.1 10, 113.9 10, 114 6, 132.6 6, 132.7 4'],
    ['bun', 'renal', '0 10, 7 10, 7.1 6, 14.3 6, 14.4 4'],
    ['haematocrit', 'haematocrit', '0.19 4, 0.2 6, 0.4 6, 0.41 10'],
  ])('%s, on both sides of each border', (name, itemName, table) => {
    expect(rows(table).map(([value]) => [value, score({ ...NORMAL, [name]: value }).points[itemName]])).toEqual(rows(table));
  });

  it.each([
    [false, false, 10],
    [true, false, 6],
    [false, true, 6],
    [true, true, 4],
  ])('distension %s, bleeding %s: %d', (distension, bleeding, points) => {
    expect(score({ ...NORMAL, gut: { distension, bleeding } }).points.gut).toBe(points);
  });

  it('creatinine and urea are one item: either will do, the worse of both counts', () => {
    expect(score({ ...NORMAL, creatinine: undefined, bun: 15 })).toMatchObject({ points: { renal: 4 }, missing: [] });
    expect(score({ ...NORMAL, creatinine: 100, bun: 8 }).points.renal).toBe(6);
    expect(score({ ...NORMAL, creatinine: 133, bun: 5 }).points.renal).toBe(4);
    expect(score({ ...NORMAL, creatinine: undefined }).missing).toEqual(['renal']);
  });

  /** Items at 4 and 6 points for a total; the items named in `without` are not measured. */
  const worn = { pulse: 70, systolic: 30, respiration: 10, pao2: 40, ph: 7.2, sodium: 110, potassium: 1.5, creatinine: 200 };
  const mild = { pulse: 90, systolic: 45, respiration: 22, pao2: 55, ph: 7.27, sodium: 125, potassium: 2.5, creatinine: 120 };
  const names = Object.keys(worn) as (keyof typeof worn)[];
  const made = (fours: number, sixes: number, without: (keyof NcisInput)[] = []): NcisInput => {
    const changed = names.slice(0, fours + sixes).map((name, i) => [name, i < fours ? worn[name] : mild[name]]);
    return { ...NORMAL, ...Object.fromEntries(changed), ...Object.fromEntries(without.map((name) => [name, undefined])) };
  };

  it.each<[number, number, (keyof NcisInput)[], number, string]>([
    [0, 2, [], 92, 'notCritical'],
    [1, 1, [], 90, 'critical'],
    [5, 0, [], 70, 'critical'],
    [4, 2, [], 68, 'extremelyCritical'],
    [0, 2, ['gut'], 82, 'notCritical'],
    [1, 1, ['gut'], 80, 'critical'],
    [3, 2, ['gut'], 64, 'critical'],
    [4, 1, ['gut'], 62, 'extremelyCritical'],
    [1, 0, ['gut', 'haematocrit'], 74, 'notCritical'],
    [0, 2, ['gut', 'haematocrit'], 72, 'critical'],
    [4, 0, ['gut', 'haematocrit'], 56, 'critical'],
    [3, 2, ['gut', 'haematocrit'], 54, 'extremelyCritical'],
  ])('%d fours and %d sixes without %j: %d, %s', (...[fours, sixes, without, total, band]) => {
    expect(score(made(fours, sixes, without))).toMatchObject({ score: total, available: 100 - 10 * without.length, band });
  });

  it('makes no score with three items missing, but a single criterion still speaks', () => {
    const thin = made(0, 0, ['gut', 'haematocrit', 'sodium']);
    expect(score(thin)).toMatchObject({ score: null, available: 70, band: null, missing: ['sodium', 'haematocrit', 'gut'] });
    expect(score({ ...thin, signs: ['dic'] })).toMatchObject({ score: null, band: 'critical', criteria: ['dic'] });
  });

  it.each(NcisSign.options)('%s makes it critical at 100 points', (sign) => {
    expect(score({ ...NORMAL, signs: [sign, sign] })).toMatchObject({ score: 100, band: 'critical', criteria: [sign] });
  });

  it.each([
    ['temperature', 30.1, 30],
    ['temperature', 41, 41.1],
    ['glucose', 1.1, 1],
    ['birthWeight', 1001, 1000],
  ] as const)('%s: no criterion at %d, one at %d', (name, fine, critical) => {
    expect(score({ ...NORMAL, [name]: fine })).toMatchObject({ band: 'notCritical', criteria: [] });
    expect(score({ ...NORMAL, [name]: critical })).toMatchObject({ band: 'critical', criteria: [name] });
  });

  it('a criterion never lightens an extremely critical sum, and an unmeasured one is named', () => {
    expect(score({ ...made(8, 0), signs: ['coma'] }).band).toBe('extremelyCritical');
    expect(score({ ...NORMAL, glucose: undefined, birthWeight: undefined }).unchecked).toEqual(['glucose', 'birthWeight']);
  });
});

const number = (min: number, max: number) => fc.option(fc.double({ min, max, noNaN: true }), { nil: undefined, freq: 12 });
const anyNcis = fc.record<NcisInput>({
  pulse: number(0, 300),
  systolic: number(0, 320),
  respiration: number(0, 150),
  pao2: number(0, 700),
  ph: number(6.5, 8),
  sodium: number(80, 200),
  potassium: number(1, 12),
  creatinine: number(1, 3000),
  bun: number(0, 150),
  haematocrit: number(0, 0.8),
  gut: fc.option(fc.record({ distension: fc.boolean(), bleeding: fc.boolean() }), { nil: undefined }),
  temperature: number(20, 45),
  glucose: number(0, 80),
  birthWeight: number(200, 7000),
  signs: fc.subarray(NcisSign.options),
});
const HARM = ['notCritical', 'critical', 'extremelyCritical'];

describe('NCIS, whatever is measured', () => {
  it('adds what there is, gives no score to three missing items, and scores between 40 % and all of the available', () => {
    fc.assert(
      fc.property(anyNcis, (input) => {
        const { points, missing, score: total, available, criteria, band } = score(input);
        expect(missing.length + Object.keys(points).length).toBe(10);
        expect(total === null).toBe(missing.length > 2);
        expect(band === null).toBe(total === null && criteria.length === 0);
        if (criteria.length > 0) expect(band).not.toBe('notCritical');
        if (total === null) return;
        expect(total).toBe(Object.values(points).reduce<number>((a, b) => a + b, 0));
        expect(total).toBeGreaterThanOrEqual(0.4 * available);
        expect(total).toBeLessThanOrEqual(available);
      }),
    );
  });

  it('is monotone: further from the normal middle, or one more sign, is never a better score or band', () => {
    const middles = { ...{ pulse: 130, systolic: 70, respiration: 40, ph: 7.4, sodium: 140, potassium: 5 }, creatinine: 100 };
    const ends = { pao2: 700, bun: 0, haematocrit: 0.8 };
    const best = { ...middles, ...ends };
    const measured = fc.constantFrom(...(Object.keys(best) as (keyof typeof best)[]));
    fc.assert(
      fc.property(
        anyNcis,
        measured,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.subarray(NcisSign.options),
        (input, name, part, more) => {
          const value = input[name];
          fc.pre(value !== undefined);
          const nearer = score({ ...input, [name]: best[name] + (value - best[name]) * part });
          const farther = score({ ...input, signs: [...input.signs, ...more] });
          expect(farther.score ?? 0).toBeLessThanOrEqual(nearer.score ?? 0);
          expect(HARM.indexOf(farther.band ?? '')).toBeGreaterThanOrEqual(HARM.indexOf(nearer.band ?? ''));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ...[{ pulse: 301 }, { systolic: -1 }, { respiration: 151 }, { pao2: 701 }, { ph: 6.4 }, { ph: 8.1 }, { sodium: 79 }],
    ...[
      { potassium: 13 },
      { creatinine: 0 },
      { bun: 151 },
      { haematocrit: 45 },
      { gut: { distension: true } },
      { temperature: 19 },
    ],
    ...[{ glucose: -1 }, { birthWeight: 199 }, { signs: ['fever'] }, { signs: undefined }, { pulse: Number.NaN }],
  ])('refuses %o', (wrong) => {
    expect(NcisInput.safeParse({ ...NORMAL, ...wrong }).success).toBe(false);
  });
});
