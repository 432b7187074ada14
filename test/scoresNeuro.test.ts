import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GcsInput, gcs } from '../contract/scores/gcs.ts';
import { NihssInput, NihssItem, nihss } from '../contract/scores/nihss.ts';

const WORST: Record<NihssItem, number> = {
  consciousness: 3,
  questions: 2,
  commands: 2,
  gaze: 2,
  visual: 3,
  face: 3,
  leftArm: 4,
  rightArm: 4,
  leftLeg: 4,
  rightLeg: 4,
  ataxia: 2,
  sensory: 2,
  language: 3,
  dysarthria: 2,
  neglect: 2,
};
const MAY_BE_UNTESTABLE = ['leftArm', 'rightArm', 'leftLeg', 'rightLeg', 'ataxia', 'dysarthria'];
const none = Object.fromEntries(NihssItem.options.map((item) => [item, 0]));

describe('NIHSS', () => {
  it('has 15 items and goes from 0 to 42', () => {
    expect(NihssItem.options).toEqual(Object.keys(WORST));
    expect(NihssItem.options).toHaveLength(15);
    expect(nihss(NihssInput.parse(none))).toEqual({ total: 0, untestable: [] });
    expect(nihss(NihssInput.parse(WORST))).toEqual({ total: 42, untestable: [] });
  });

  it.each(NihssItem.options)('%s: 0 to its worst, whole, UN only where it may be', (item) => {
    const takes = (value: unknown) => NihssInput.safeParse({ ...none, [item]: value }).success;
    expect([-1, 0, WORST[item], WORST[item] + 1, 0.5].map(takes)).toEqual([false, true, true, false, false]);
    expect(takes('UN')).toBe(MAY_BE_UNTESTABLE.includes(item));
    expect(takes(undefined)).toBe(false);
  });

  it('adds what was graded, counts UN as 0 and tells of it', () => {
    const graded = Object.entries(WORST).map(([item, worst]) => {
      const grade = fc.integer({ min: 0, max: worst });
      return [item, MAY_BE_UNTESTABLE.includes(item) ? fc.oneof(grade, fc.constant('UN')) : grade] as const;
    });
    fc.assert(
      fc.property(fc.record(Object.fromEntries(graded)), (input) => {
        const { total, untestable } = nihss(NihssInput.parse(input));
        expect(total).toBe(Object.values(input).reduce((sum: number, grade) => sum + (grade === 'UN' ? 0 : Number(grade)), 0));
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(42);
        expect(untestable).toEqual(NihssItem.options.filter((item) => input[item] === 'UN'));
      }),
    );
  });
});

const EYE = [1, 2, 3, 4, 'NT'];
const VERBAL = [1, 2, 3, 4, 5, 'NT', 'T'];
const MOTOR = [1, 2, 3, 4, 5, 6, 'NT'];

describe('GCS', () => {
  it('every combination: a total where all three are graded, none otherwise', () => {
    const bands = new Map<number, string | null>();
    for (const eye of EYE)
      for (const verbal of VERBAL)
        for (const motor of MOTOR) {
          const score = gcs(GcsInput.parse({ eye, verbal, motor }));
          const whole = [eye, verbal, motor].every((item) => typeof item === 'number');
          expect(score.total).toBe(whole ? Number(eye) + Number(verbal) + Number(motor) : null);
          expect(score.notation).toBe(`E${eye} V${verbal} M${motor}`);
          if (score.total === null) expect(score.band).toBeNull();
          else bands.set(score.total, score.band);
        }
    const words = [...bands].sort(([a], [b]) => a - b).map(([total, band]) => `${total} ${band}`);
    const of = (totals: number[], band: string) => totals.map((total) => `${total} ${band}`);
    expect(words).toEqual([...of([3, 4, 5, 6, 7, 8], 'severe'), ...of([9, 10, 11, 12], 'moderate'), ...of([13, 14, 15], 'mild')]);
  });

  it.each([
    { eye: 0 },
    { eye: 5 },
    { eye: 'T' },
    { verbal: 0 },
    { verbal: 6 },
    { motor: 0 },
    { motor: 7 },
    { motor: 'T' },
    { motor: 2.5 },
    { eye: undefined },
  ])('refuses %o', (wrong) => {
    expect(GcsInput.safeParse({ eye: 3, verbal: 3, motor: 5, ...wrong }).success).toBe(false);
  });
});
