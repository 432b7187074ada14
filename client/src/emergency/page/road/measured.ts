import type { z } from 'zod';
import { Diastolic, Pulse, Respiration, Spo2, Systolic, Temperature } from '../../../../../contract/scores/measures.ts';
import type { Reading } from '../../../../../contract/vitals.ts';

/** In the order in which a crew measures, each with the bounds of the dictionary. */
export const MEASURES = {
  systolic: Systolic,
  diastolic: Diastolic,
  pulse: Pulse,
  spo2: Spo2,
  respiration: Respiration,
  temperature: Temperature,
} as const satisfies Partial<Record<keyof Reading, z.ZodNumber>>;
export type Measure = keyof typeof MEASURES;
export const NAMES = Object.keys(MEASURES) as Measure[];

export type Oxygen = NonNullable<Reading['oxygen']>;
export type Typed = Partial<Record<Measure, string>>;

const numberOf = (text: string): number => Number(text.normalize('NFKC'));
const isBlank = (text: string | undefined): boolean => !text?.trim();

export const isWrong = (name: Measure, text: string | undefined): boolean =>
  !isBlank(text) && !MEASURES[name].safeParse(numberOf(text!)).success;

export const boundsOf = (name: Measure): { min: number; max: number } => ({
  min: MEASURES[name].minValue!,
  max: MEASURES[name].maxValue!,
});

/** What was typed as a reading of now, or what is missing: a number, a possible one, how the patient breathes. */
export const readingOf = (typed: Typed, oxygen: Oxygen | null, at: string): Reading | 'nothing' | 'wrong' | 'oxygen' => {
  const filled = NAMES.filter((name) => !isBlank(typed[name]));
  if (filled.length === 0) return 'nothing';
  if (filled.some((name) => isWrong(name, typed[name]))) return 'wrong';
  if (filled.includes('spo2') && !oxygen) return 'oxygen';
  const measures = Object.fromEntries(filled.map((name) => [name, numberOf(typed[name]!)]));
  return { at, ...measures, ...(oxygen && { oxygen }) };
};
