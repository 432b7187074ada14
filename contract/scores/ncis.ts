import { z } from 'zod';
import { type Edition, sum } from './kit.ts';
import * as m from './measures.ts';

/**
 * 新生儿危重病例评分法 (草案), read in secondary copies that differ; "creatinine or urea as one item" is unverified, confirm with
 * the neonatal lead. Not for children past the newborn period; not after sedatives, anaesthetics or muscle relaxants.
 */
export const ncisEdition: Edition = {
  version: 'ncis-2001-draft',
  source:
    '中华医学会急诊学分会儿科学组, 儿科学分会急诊学组、新生儿学组: 新生儿危重病例评分法(草案), 中华儿科杂志 2001;39:42-43; one item for creatinine or urea unverified',
};

/** Signs that make a newborn critical whatever the sum: 单项指标, those that are seen and not measured. */
export const NcisSign = z.enum([
  /** 插管机械通气, or repeated apnoea without answer to stimulation. */
  'ventilationOrApnoea',
  'severeArrhythmia',
  'dic',
  /** Going on for more than 24 h under treatment. */
  'seizures',
  /** No response to five flicks of the sole. */
  'coma',
  /** 硬肿 of 70 % of the body surface or more. */
  'sclerema',
  /** Jaundice that calls for an exchange transfusion. */
  'exchangeTransfusion',
]);
export type NcisSign = z.infer<typeof NcisSign>;

/** The single criteria that are measured. */
export const NcisMeasured = z.enum(['temperature', 'glucose', 'birthWeight']);
export type NcisMeasured = z.infer<typeof NcisMeasured>;

/** The worst of 24 h; what was not measured stays out. */
export const NcisInput = z
  .object({
    pulse: m.Pulse,
    systolic: m.Systolic,
    respiration: m.Respiration,
    pao2: m.Pao2,
    ph: m.Ph,
    sodium: m.Sodium,
    potassium: m.Potassium,
    creatinine: m.Creatinine,
    bun: m.Bun,
    haematocrit: m.Haematocrit,
    gut: z.object({ distension: z.boolean(), bleeding: z.boolean() }),
    temperature: m.Temperature,
    glucose: m.Glucose,
    birthWeight: m.BirthWeight,
  })
  .partial()
  // Empty says that none was found, so it has to be said.
  .extend({ signs: z.array(NcisSign) });
export type NcisInput = z.infer<typeof NcisInput>;

export const NcisItem = z.enum([
  'pulse',
  'systolic',
  'respiration',
  'pao2',
  'ph',
  'sodium',
  'potassium',
  'renal',
  'haematocrit',
  'gut',
]);
export type NcisItem = z.infer<typeof NcisItem>;
export const NcisBand = z.enum(['notCritical', 'critical', 'extremelyCritical']);
export type NcisBand = z.infer<typeof NcisBand>;

type Points = 4 | 6 | 10;
export interface NcisScore {
  points: Partial<Record<NcisItem, Points>>;
  missing: NcisItem[];
  /** Out of `available`; null with more than two items missing. */
  score: number | null;
  /** 10 for each item there is. */
  available: number;
  /** The single criteria that are met. */
  criteria: (NcisSign | NcisMeasured)[];
  /** Single criteria that could not be looked at for want of a measurement. */
  unchecked: NcisMeasured[];
  /** Null with neither a score nor a criterion. */
  band: NcisBand | null;
}

type Row = readonly [severeBelow: number, mildTo: number, mildFrom: number, severeAbove: number];
/** The printed 6-point ranges include both ends (80–100): the border to normal is abnormal, the border to 4 points still 6. */
const ROWS = {
  pulse: [80, 100, 160, 180],
  systolic: [40, 50, 90, 100],
  respiration: [20, 25, 60, 100],
  pao2: [50, 60, Infinity, Infinity],
  ph: [7.25, 7.3, 7.5, 7.55],
  sodium: [120, 130, 150, 160],
  // Printed 2–2.9, to one decimal; all of 2.9x is meant.
  potassium: [2, 2.99, 7.5, 9],
  creatinine: [-Infinity, 87, 114, 132.6],
  bun: [-Infinity, -Infinity, 7.1, 14.3],
  haematocrit: [0.2, 0.4, Infinity, Infinity],
} as const satisfies Record<string, Row>;

const graded = (value: number | undefined, [severeBelow, mildTo, mildFrom, severeAbove]: Row): Points | undefined => {
  if (value === undefined) return undefined;
  if (value < severeBelow || value > severeAbove) return 4;
  return value <= mildTo || value >= mildFrom ? 6 : 10;
};

const ofGut = ({ gut }: NcisInput): Points | undefined => {
  if (gut === undefined) return undefined;
  if (gut.distension && gut.bleeding) return 4;
  return gut.distension || gut.bleeding ? 6 : 10;
};

/** One item of the ten: the worse of the two where both are known. */
const ofKidneys = ({ creatinine, bun }: NcisInput): Points | undefined => {
  const known = [graded(creatinine, ROWS.creatinine), graded(bun, ROWS.bun)].filter((each) => each !== undefined);
  return known.sort((a, b) => a - b)[0];
};

const pointsOf = (input: NcisInput, item: NcisItem): Points | undefined => {
  if (item === 'gut') return ofGut(input);
  return item === 'renal' ? ofKidneys(input) : graded(input[item], ROWS[item]);
};

const CRITICAL: Record<NcisMeasured, (value: number) => boolean> = {
  temperature: (celsius) => celsius <= 30 || celsius > 41,
  glucose: (mmol) => mmol < 1.1,
  birthWeight: (grams) => grams <= 1000,
};

/** Above 90 % of what could be had is not critical, below 70 % extremely so; the ends belong to the middle. In whole numbers, so exact. */
const bandOf = (score: number, available: number): NcisBand => {
  if (score * 10 > available * 9) return 'notCritical';
  return score * 10 < available * 7 ? 'extremelyCritical' : 'critical';
};

const MAY_MISS = 2;

const criteriaOf = (input: NcisInput): Pick<NcisScore, 'criteria' | 'unchecked'> => {
  const met = NcisMeasured.options.filter((name) => input[name] !== undefined && CRITICAL[name](input[name]));
  const unchecked = NcisMeasured.options.filter((name) => input[name] === undefined);
  return { criteria: [...new Set(input.signs), ...met], unchecked };
};

const summed = (points: NcisScore['points']): Pick<NcisScore, 'missing' | 'score' | 'available'> => {
  const missing = NcisItem.options.filter((item) => points[item] === undefined);
  const available = 10 * (NcisItem.options.length - missing.length);
  return { missing, available, score: missing.length > MAY_MISS ? null : sum(Object.values(points)) };
};

export const ncis = (input: NcisInput): NcisScore => {
  const points: NcisScore['points'] = {};
  for (const item of NcisItem.options) {
    const given = pointsOf(input, item);
    if (given !== undefined) points[item] = given;
  }
  const total = summed(points);
  const single = criteriaOf(input);
  const band = total.score === null ? null : bandOf(total.score, total.available);
  const raised = single.criteria.length > 0 && band !== 'extremelyCritical' ? 'critical' : band;
  return { points, ...total, ...single, band: raised };
};
