import type { z } from 'zod';
import type { Center } from '../../../../../contract/emergencyNodes.ts';
import { SCORERS, type ScoreKind } from '../../../../../contract/scores/index.ts';
import { InjuryRegion } from '../../../../../contract/scores/iss.ts';
import { GcsTotal } from '../../../../../contract/scores/measures.ts';
import { RtsInput } from '../../../../../contract/scores/rts.ts';

/** The scores of a center, the first of them asked for most. */
export const KINDS: Readonly<Record<Center, readonly ScoreKind[]>> = {
  chestPain: ['grace'],
  stroke: ['nihss', 'gcs'],
  trauma: ['gcs', 'rts', 'iss', 'triss', 'shockIndex'],
  maternal: ['mewc', 'meows', 'shockIndex'],
  newborn: ['apgar', 'ncis'],
};

interface Named {
  name: string;
  optional: boolean;
}
/** One thing that a score asks for: a number within bounds, one of a few, or any of a few. */
export type ScoreField = Named &
  ({ kind: 'number'; min: number; max: number; integer: boolean } | { kind: 'one' | 'many'; options: readonly string[] });

/** As much of a zod schema as is read here. */
interface Shape {
  type: string;
  minValue?: number;
  maxValue?: number;
  isInt?: boolean;
  options?: readonly (string | Shape)[];
  values?: ReadonlySet<string>;
  element?: Shape;
  unwrap?: () => Shape;
}

/** Whole numbers up to here are grades, each with its words; above they are measured. */
const MOST_GRADES = 6;
const range = (least: number, most: number): string[] => Array.from({ length: most - least + 1 }, (_, at) => String(least + at));

const optionsOf = (shape: Shape): string[] => {
  if (shape.type === 'boolean') return ['no', 'yes'];
  if (shape.type === 'literal') return [...(shape.values ?? [])];
  if (shape.type === 'number') return range(shape.minValue ?? 0, shape.maxValue ?? 0);
  return (shape.options ?? []).flatMap((option) => (typeof option === 'string' ? option : optionsOf(option)));
};

const fieldOf = (name: string, shape: Shape): ScoreField => {
  if (shape.type === 'optional') return { ...fieldOf(name, shape.unwrap!()), optional: true };
  const { minValue: min = 0, maxValue: max = 0, isInt: integer = false } = shape;
  if (shape.type === 'number' && !(integer && max <= MOST_GRADES))
    return { name, optional: false, kind: 'number', min, max, integer };
  // That nothing was found has to be said, for it is not the same as not having looked.
  if (shape.type === 'array') return { name, optional: false, kind: 'many', options: ['none', ...optionsOf(shape.element!)] };
  return { name, optional: false, kind: 'one', options: optionsOf(shape) };
};

const shaped = (input: z.ZodType, without: readonly string[] = []): ScoreField[] =>
  Object.entries((input as unknown as { shape: Record<string, Shape> }).shape)
    .filter(([name]) => !without.includes(name))
    .map(([name, shape]) => fieldOf(name, shape));

const number = (name: string, shape: z.ZodNumber): ScoreField => fieldOf(name, shape as unknown as Shape);
const ISS_MOST = 75;

/** What a page asks otherwise than the contract takes it. */
const own: Partial<Record<ScoreKind, () => ScoreField[]>> = {
  iss: () => InjuryRegion.options.map((name) => ({ name, optional: false, kind: 'one', options: range(0, 6) })),
  triss: () => [
    number('gcs', GcsTotal),
    ...shaped(RtsInput, ['gcs']),
    { name: 'iss', optional: false, kind: 'number', min: 1, max: ISS_MOST, integer: true },
    ...shaped(SCORERS.triss.input, ['rts', 'iss']),
  ],
  shockIndex: () => shaped(SCORERS.shockIndex.input, ['obstetric']),
  // Its table has no limit for it.
  meows: () => shaped(SCORERS.meows.input, ['urine']),
  ncis: () =>
    shaped(SCORERS.ncis.input).map((field) =>
      field.name === 'gut'
        ? { name: 'gut', optional: true, kind: 'one', options: ['none', 'distension', 'bleeding', 'both'] }
        : field,
    ),
};

export const fieldsOf = (kind: ScoreKind): ScoreField[] => own[kind]?.() ?? shaped(SCORERS[kind].input);
