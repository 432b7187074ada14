import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Injury, InjuryRegion, Iss, IssInput, isIss, iss } from '../contract/scores/iss.ts';
import { RtsInput, rts } from '../contract/scores/rts.ts';
import { ShockIndexInput, shockIndex } from '../contract/scores/shockIndex.ts';
import { TrissInput, triss } from '../contract/scores/triss.ts';
import { rows } from './rows.ts';

/** TR-1 of the domain specification, 小金: a fall, 34 years, E3V3M5. */
const TR1 = { gcs: 11, systolic: 80, respiration: 32, pulse: 128, age: 34 };
const TR1_INJURIES: Injury[] = [
  { region: 'chest', ais: 4 },
  { region: 'abdomen', ais: 3 },
  { region: 'extremities', ais: 2 },
];

const ISS_44 = [
  ...[1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 21, 22, 24, 25, 26, 27],
  ...[29, 30, 32, 33, 34, 35, 36, 38, 41, 42, 43, 45, 48, 50, 51, 54, 57, 59, 66, 75],
];

describe('RTS', () => {
  it('TR-1: T-RTS 9, RTS 5.8806, severe', () => {
    expect(rts(TR1)).toEqual({ codes: { gcs: 3, systolic: 3, respiration: 3 }, tRts: 9, rts: 5.8806, severe: true });
  });

  it.each<[keyof RtsInput, string]>([
    ['gcs', '3 0, 4 1, 5 1, 6 2, 8 2, 9 3, 12 3, 13 4, 15 4'],
    ['systolic', '0 0, 1 1, 49 1, 50 2, 75 2, 76 3, 89 3, 90 4, 320 4'],
    ['respiration', '0 0, 1 1, 5 1, 6 2, 9 2, 10 4, 29 4, 30 3, 150 3'],
  ])('%s, on both sides of each step', (item, table) => {
    expect(rows(table).map(([value]) => [value, rts({ ...TR1, [item]: value }).codes[item]])).toEqual(rows(table));
  });

  it('every GCS with every band of pressure and breathing: 0–12, severe below 11, weighted 0–7.8408', () => {
    const totals = new Set<number>();
    for (let gcs = 3; gcs <= 15; gcs++)
      for (const systolic of [0, 30, 60, 80, 120])
        for (const respiration of [0, 3, 8, 20, 40]) {
          const score = rts(RtsInput.parse({ gcs, systolic, respiration }));
          const { codes } = score;
          totals.add(score.tRts);
          expect(score.tRts).toBe(codes.gcs + codes.systolic + codes.respiration);
          expect(score.rts).toBeCloseTo(0.9368 * codes.gcs + 0.7326 * codes.systolic + 0.2908 * codes.respiration, 10);
          expect(score.severe).toBe(score.tRts <= 10);
        }
    expect([...totals].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(rts({ gcs: 15, systolic: 120, respiration: 20 }).rts).toBe(7.8408);
    expect(rts({ gcs: 3, systolic: 0, respiration: 0 }).rts).toBe(0);
  });

  it.each([{ gcs: 2 }, { gcs: 16 }, { gcs: 8.5 }, { gcs: null }, { systolic: -1 }, { systolic: 321 }, { respiration: 151 }])(
    'refuses %o',
    (wrong) => {
      expect(RtsInput.safeParse({ ...TR1, ...wrong }).success).toBe(false);
    },
  );
});

describe('ISS', () => {
  it('TR-1: 29, very severe', () => {
    const worst = { chest: 4, abdomen: 3, extremities: 2 };
    expect(iss({ injuries: TR1_INJURIES })).toEqual({ worst, iss: 29, niss: 29, band: 'verySevere' });
  });

  it('takes the worst of a region once; NISS takes the three worst wherever they are', () => {
    const injuries: Injury[] = [...TR1_INJURIES, { region: 'chest', ais: 4 }, { region: 'chest', ais: 3 }];
    expect(iss({ injuries })).toMatchObject({ iss: 29, niss: 16 + 16 + 9 });
  });

  it('any 6 makes both 75', () => {
    expect(
      iss({
        injuries: [
          { region: 'face', ais: 1 },
          { region: 'headNeck', ais: 6 },
        ],
      }),
    ).toMatchObject({ iss: 75, niss: 75 });
  });

  it('every combination of the six regions: the 44 values and no other, all of them, in their bands', () => {
    const bands = new Map<number, string>();
    for (let code = 1; code < 7 ** 6; code++) {
      const severities = InjuryRegion.options.map((region, place) => ({ region, ais: Math.floor(code / 7 ** place) % 7 }));
      const score = iss({ injuries: severities.filter(({ ais }) => ais > 0) });
      if (score.iss !== score.niss || (bands.get(score.iss) ?? score.band) !== score.band) expect.fail(`at ${code}`);
      bands.set(score.iss, score.band);
    }
    expect([...bands.keys()].sort((a, b) => a - b)).toEqual(ISS_44);
    const band = (value: number) => (value >= 25 ? 'verySevere' : value >= 16 ? 'severe' : 'notSevere');
    expect([...bands].filter(([value, is]) => is !== band(value))).toEqual([]);
  });

  it('isIss takes those 44 of all numbers; 15 is refused', () => {
    expect(ISS_44).toHaveLength(44);
    expect(Array.from({ length: 200 }, (_, value) => value - 50).filter(isIss)).toEqual(ISS_44);
    expect([7, 15, 23, 28, 31, 9.5, Number.NaN].map(isIss)).toEqual(Array(7).fill(false));
    expect([Iss.safeParse(15).success, Iss.safeParse(16).success]).toEqual([false, true]);
  });

  it('any list of injuries: both scores possible, NISS never below ISS', () => {
    const injury = fc.record({ region: fc.constantFrom(...InjuryRegion.options), ais: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(fc.array(injury, { minLength: 1, maxLength: 100 }), (injuries) => {
        const score = iss(IssInput.parse({ injuries }));
        expect([score.iss, score.niss].every(isIss)).toBe(true);
        expect(score.niss).toBeGreaterThanOrEqual(score.iss);
      }),
    );
  });

  it.each([
    [],
    [{ region: 'chest', ais: 0 }],
    [{ region: 'chest', ais: 7 }],
    [{ region: 'chest', ais: 9 }],
    [{ region: 'spine', ais: 3 }],
    [{ region: 'chest', ais: 2.5 }],
    Array(101).fill({ region: 'chest', ais: 3 }),
  ])('refuses %o', (...injuries) => {
    expect(IssInput.safeParse({ injuries }).success).toBe(false);
  });
});

const TR1_TRISS: TrissInput = { rts: 5.8806, iss: 29, age: 34, mechanism: 'blunt' };

describe('TRISS', () => {
  it('TR-1, blunt: .868', () => {
    const { survival, coefficients } = triss(TR1_TRISS);
    expect(survival.toFixed(3)).toBe('0.868');
    expect(coefficients).toBe('blunt');
  });

  // By hand: b = -.4499 + .8085·5.8806 - .0835·29 - 1.7430 = .14007; b = -2.5355 + .9934·5.8806 - .0651·29 [- 1.1360] = 1.41839 [.28239].
  it.each([
    [{ age: 54 }, 0.868],
    [{ age: 55 }, 0.535],
    [{ age: 15, mechanism: 'penetrating' }, 0.805],
    [{ age: 54, mechanism: 'penetrating' }, 0.805],
    [{ age: 55, mechanism: 'penetrating' }, 0.57],
    [{ age: 14, mechanism: 'penetrating' }, 0.868],
  ] as const)('%o: %d', (change, expected) => {
    expect(triss({ ...TR1_TRISS, ...change }).survival).toBeCloseTo(expected, 3);
  });

  it('says that a child was reckoned with the blunt coefficients', () => {
    expect(triss({ ...TR1_TRISS, age: 14, mechanism: 'penetrating' }).coefficients).toBe('blunt');
    expect(triss({ ...TR1_TRISS, age: 15, mechanism: 'penetrating' }).coefficients).toBe('penetrating');
  });

  it('is a probability; better physiology never lowers it, a worse injury never raises it', () => {
    const anyTriss = fc.record<TrissInput>({
      rts: fc.double({ min: 0, max: 7.8408, noNaN: true }),
      iss: fc.constantFrom(...ISS_44),
      age: fc.integer({ min: 0, max: 130 }),
      mechanism: fc.constantFrom('blunt', 'penetrating'),
    });
    fc.assert(
      fc.property(anyTriss, anyTriss, (one, other) => {
        const at = (input: TrissInput) => triss(TrissInput.parse(input)).survival;
        expect(at(one)).toBeGreaterThan(0);
        expect(at(one)).toBeLessThan(1);
        expect(at({ ...one, rts: Math.max(one.rts, other.rts) })).toBeGreaterThanOrEqual(at(one));
        expect(at({ ...one, iss: Math.max(one.iss, other.iss) })).toBeLessThanOrEqual(at(one));
      }),
    );
  });

  it.each([{ iss: 15 }, { iss: 0 }, { iss: 76 }, { rts: 7.85 }, { rts: -1 }, { age: -1 }, { age: 131 }, { mechanism: 'burn' }])(
    'refuses %o',
    (wrong) => {
      expect(TrissInput.safeParse(TR1_TRISS).success).toBe(true);
      expect(TrissInput.safeParse({ ...TR1_TRISS, ...wrong }).success).toBe(false);
    },
  );
});

describe('shock index', () => {
  it('TR-1 is 1.60, OB-1 is 1.40', () => {
    expect(shockIndex({ ...TR1, obstetric: false })).toEqual({ index: 1.6, alert: true });
    const ob1 = shockIndex({ pulse: 118, systolic: 84, obstetric: true });
    expect([ob1.index?.toFixed(2), ob1.alert]).toEqual(['1.40', true]);
  });

  it.each([
    [99, 100, false, false],
    [100, 100, false, true],
    [89, 100, true, false],
    [90, 100, true, true],
    [90, 100, false, false],
    [81, 90, true, true],
    [107, 120, true, false],
    [108, 120, true, true],
  ])('%d / %d, obstetric %s: alert %s', (pulse, systolic, obstetric, alert) => {
    expect(shockIndex({ pulse, systolic, obstetric })).toEqual({ index: pulse / systolic, alert });
  });

  it.each([
    [0, 80],
    [120, 0],
    [0, 0],
  ])('%d / %d: no index, but an alert', (pulse, systolic) => {
    expect(shockIndex({ pulse, systolic, obstetric: false })).toEqual({ index: null, alert: true });
  });

  it.each([{ pulse: -1 }, { pulse: 301 }, { systolic: 321 }, { obstetric: undefined }])('refuses %o', (wrong) => {
    expect(ShockIndexInput.safeParse({ pulse: 118, systolic: 84, obstetric: true, ...wrong }).success).toBe(false);
  });
});
