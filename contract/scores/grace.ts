import { z } from 'zod';
import { type Edition, type Steps, stepAt, sum } from './kit.ts';
import { Age, Creatinine, Pulse, Systolic } from './measures.ts';

/** In-hospital death after an acute coronary syndrome. Never to be mixed with another GRACE: the tables differ. */
export const graceEdition: Edition = {
  version: 'grace-in-hospital-2003',
  source: 'Granger CB et al., Arch Intern Med 2003;163:2345-2353',
};

export const Syndrome = z.enum(['stemi', 'nsteAcs']);
export type Syndrome = z.infer<typeof Syndrome>;
/** As found on admission. */
export const GraceInput = z.object({
  syndrome: Syndrome,
  age: Age,
  pulse: Pulse,
  systolic: Systolic,
  creatinine: Creatinine,
  /** Class I–IV as 1–4. */
  killip: z.number().int().min(1).max(4),
  arrest: z.boolean(),
  stDeviation: z.boolean(),
  /** Cardiac markers above their limit. */
  enzymes: z.boolean(),
});
export type GraceInput = z.infer<typeof GraceInput>;

export const GraceBand = z.enum(['low', 'intermediate', 'high']);
export type GraceBand = z.infer<typeof GraceBand>;
export type GraceItem = Exclude<keyof GraceInput, 'syndrome'>;
export interface GraceScore {
  points: Record<GraceItem, number>;
  /** 1–372: the lowest creatinine already gives a point. */
  total: number;
  band: GraceBand;
}

const AGE: Steps<number> = [
  [0, 0],
  [30, 8],
  [40, 25],
  [50, 41],
  [60, 58],
  [70, 75],
  [80, 91],
  [90, 100],
];
const PULSE: Steps<number> = [
  [0, 0],
  [50, 3],
  [70, 9],
  [90, 15],
  [110, 24],
  [150, 38],
  [200, 46],
];
const SYSTOLIC: Steps<number> = [
  [0, 58],
  [80, 53],
  [100, 43],
  [120, 34],
  [140, 24],
  [160, 10],
  [200, 0],
];
/** µmol/L, exactly 88.4 times the printed 0.4, 0.8, 1.2, 1.6, 2 and 4 mg/dL: dividing the measured value instead rounds some of them down a row. */
const CREATININE: Steps<number> = [
  [0, 1],
  [35.36, 4],
  [70.72, 7],
  [106.08, 10],
  [141.44, 13],
  [176.8, 21],
  [353.6, 28],
];
const KILLIP: Steps<number> = [
  [1, 0],
  [2, 20],
  [3, 39],
  [4, 59],
];
const BANDS: Record<Syndrome, Steps<GraceBand>> = {
  stemi: [
    [0, 'low'],
    [126, 'intermediate'],
    [155, 'high'],
  ],
  nsteAcs: [
    [0, 'low'],
    [109, 'intermediate'],
    [141, 'high'],
  ],
};

const pointsOf = (input: GraceInput): GraceScore['points'] => ({
  age: stepAt(AGE, input.age),
  pulse: stepAt(PULSE, input.pulse),
  systolic: stepAt(SYSTOLIC, input.systolic),
  creatinine: stepAt(CREATININE, input.creatinine),
  killip: stepAt(KILLIP, input.killip),
  arrest: input.arrest ? 39 : 0,
  stDeviation: input.stDeviation ? 28 : 0,
  enzymes: input.enzymes ? 14 : 0,
});

export const grace = (input: GraceInput): GraceScore => {
  const points = pointsOf(input);
  const total = sum(Object.values(points));
  return { points, total, band: stepAt(BANDS[input.syndrome], total) };
};
