import { z } from 'zod';
import { Consciousness, OxygenMode } from '../referralSheet.ts';
import type { Edition } from './kit.ts';
import * as m from './measures.ts';

export const MaternalSign = z.enum(['temperature', 'systolic', 'diastolic', 'pulse', 'respiration', 'spo2', 'urine']);
export type MaternalSign = z.infer<typeof MaternalSign>;
const Signs = z
  .object({
    temperature: m.Temperature,
    systolic: m.Systolic,
    diastolic: m.Diastolic,
    pulse: m.Pulse,
    respiration: m.Respiration,
    spo2: m.Spo2,
    oxygen: OxygenMode,
    /** Over at least two hours. */
    urine: m.UrineRate,
  })
  .partial();
type Signs = z.infer<typeof Signs>;
const possible = ({ systolic, diastolic }: Signs): boolean =>
  systolic === undefined || diastolic === undefined || diastolic <= systolic;

const Limits = z.object({ low: z.number(), high: z.number() }).partial();
type Limits = z.infer<typeof Limits>;
const LimitsBySign = z.partialRecord(MaternalSign, Limits);
type LimitsBySign = z.infer<typeof LimitsBySign>;
const Source = { version: z.string().min(1), source: z.string().min(1) } satisfies Record<keyof Edition, z.ZodType>;

/** A plateau site's own SpO₂ limit, signed for. It adds a line; the sea-level trigger stands beside it unchanged. */
export const AltitudeProfile = z.object({
  ...Source,
  approver: z.string().min(1),
  metres: z.number().int().min(0).max(6000),
  /** %; below it is low even for this altitude. */
  spo2Low: m.Spo2,
});
export type AltitudeProfile = z.infer<typeof AltitudeProfile>;
export interface AltitudeLine {
  metres: number;
  spo2Low: number;
  below: boolean;
}

/** What is said of every maternal chart, whatever its table. */
interface Read<S> {
  triggered: boolean;
  /** Not measured, or an SpO₂ at or above its limit while on oxygen or with the oxygen not stated: no trigger, but no all-clear. */
  unassessed: S[];
  /** Null without a profile or an SpO₂. */
  altitude: AltitudeLine | null;
  /** Of the table. */
  version: string;
}

const beyond = (value: number, { low = -Infinity, high = Infinity }: Limits): boolean => value < low || value > high;
const atOrBeyond = (value: number, { low = -Infinity, high = Infinity }: Limits): boolean => value <= low || value >= high;

type Test = typeof beyond;
const signsWhere = (test: Test, signs: Signs, limits: LimitsBySign): MaternalSign[] =>
  MaternalSign.options.filter((sign) => {
    const value = signs[sign];
    const limit = limits[sign];
    return value !== undefined && limit !== undefined && test(value, limit);
  });

const known = (signs: Signs, sign: MaternalSign): boolean =>
  signs[sign] !== undefined && (sign !== 'spo2' || signs.oxygen === 'air');
const unknown = (signs: Signs, limits: LimitsBySign, found: readonly string[]): MaternalSign[] =>
  MaternalSign.options.filter((sign) => limits[sign] !== undefined && !known(signs, sign) && !found.includes(sign));

const altitudeLine = ({ spo2 }: Signs, profile: AltitudeProfile | null): AltitudeLine | null =>
  profile === null || spo2 === undefined
    ? null
    : { metres: profile.metres, spo2Low: profile.spo2Low, below: spo2 < profile.spo2Low };

/** Findings that are each a trigger of the MEWC. */
export const MewcFinding = z.enum([
  'agitation',
  'confusion',
  'unresponsiveness',
  /** Unremitting. */
  'preeclampsiaWithHeadache',
  'preeclampsiaWithDyspnoea',
]);
export type MewcFinding = z.infer<typeof MewcFinding>;
/** `findings` is empty only where they were looked for. */
export const MewcInput = Signs.extend({ findings: z.array(MewcFinding).optional() }).refine(possible, 'diastolic.aboveSystolic');
export type MewcInput = z.infer<typeof MewcInput>;
/** A sign triggers beyond its limit, not at it. */
export const MewcTable = z.object({ ...Source, limits: LimitsBySign });
export type MewcTable = z.infer<typeof MewcTable>;

/** mmHg, per minute, % on room air at sea level, mL/h over two hours. */
export const MEWC_TABLE: MewcTable = {
  version: 'mewc-2014',
  source: 'Maternal Early Warning Criteria, Mhyre JM et al., Obstet Gynecol 2014;124:782-786, read in a secondary copy',
  limits: {
    systolic: { low: 90, high: 160 },
    diastolic: { high: 100 },
    pulse: { low: 50, high: 120 },
    respiration: { low: 10, high: 30 },
    spo2: { low: 95 },
    urine: { low: 35 },
  },
};

export interface MewcReading extends Read<MaternalSign | 'findings'> {
  triggers: (MaternalSign | MewcFinding)[];
}
/** Any one trigger calls for a review at the bedside. */
export const mewc = (input: MewcInput, table: MewcTable, profile: AltitudeProfile | null): MewcReading => {
  const triggers = [...signsWhere(beyond, input, table.limits), ...new Set(input.findings)];
  const signs = unknown(input, table.limits, triggers);
  return {
    triggers,
    triggered: triggers.length > 0,
    unassessed: input.findings ? signs : [...signs, 'findings'],
    altitude: altitudeLine(input, profile),
    version: table.version,
  };
};

export const MeowsInput = Signs.extend({ consciousness: Consciousness.optional() }).refine(possible, 'diastolic.aboveSystolic');
export type MeowsInput = z.infer<typeof MeowsInput>;
const Colour = z.object({ limits: LimitsBySign, consciousness: z.array(Consciousness) });
/** Red beyond its limit; yellow at its limit or beyond, unless it is red already. */
export const MeowsTable = z.object({ ...Source, red: Colour, yellow: Colour });
export type MeowsTable = z.infer<typeof MeowsTable>;

/** Unverified, confirm with the obstetric lead: thresholds vary by nation. ℃, mmHg, per minute, %. */
export const MEOWS_TABLE: MeowsTable = {
  version: 'meows-draft-1',
  source: 'Domain specification 5.4, prior knowledge; unverified, confirm with the obstetric lead',
  red: {
    limits: {
      temperature: { low: 35, high: 38 },
      systolic: { low: 90, high: 160 },
      diastolic: { high: 100 },
      pulse: { low: 40, high: 120 },
      respiration: { low: 10, high: 30 },
      spo2: { low: 95 },
    },
    consciousness: ['pain', 'unresponsive'],
  },
  yellow: {
    limits: {
      temperature: { low: 36 },
      systolic: { low: 100, high: 150 },
      diastolic: { high: 90 },
      pulse: { low: 50, high: 100 },
      respiration: { high: 21 },
    },
    consciousness: ['voice'],
  },
};

export type MeowsSign = MaternalSign | 'consciousness';
export interface MeowsReading extends Read<MeowsSign> {
  red: MeowsSign[];
  yellow: MeowsSign[];
}
const coloured = (test: Test, input: MeowsInput, { limits, consciousness }: MeowsTable['red']): MeowsSign[] => {
  const signs = signsWhere(test, input, limits);
  return input.consciousness && consciousness.includes(input.consciousness) ? [...signs, 'consciousness'] : signs;
};
/** One red or two yellow call for a review. */
export const meows = (input: MeowsInput, table: MeowsTable, profile: AltitudeProfile | null): MeowsReading => {
  const red = coloured(beyond, input, table.red);
  const yellow = coloured(atOrBeyond, input, table.yellow).filter((sign) => !red.includes(sign));
  const signs = unknown(input, { ...table.yellow.limits, ...table.red.limits }, [...red, ...yellow]);
  return {
    red,
    yellow,
    triggered: red.length > 0 || yellow.length > 1,
    unassessed: input.consciousness ? signs : [...signs, 'consciousness'],
    altitude: altitudeLine(input, profile),
    version: table.version,
  };
};
