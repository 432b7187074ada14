import { z } from 'zod';
import { type Edition, type Steps, stepAt } from './kit.ts';

export const gcsEdition: Edition = {
  version: 'gcs-1974-nt',
  source: 'Teasdale G, Jennett B, Lancet 1974;2:81-84; NT as in the 2014 structured approach (glasgowcomascale.org)',
};

const graded = (best: number) => z.number().int().min(1).max(best);
const NotTestable = z.literal('NT');
export const GcsInput = z.object({
  eye: z.union([graded(4), NotTestable]),
  /** T: intubated. */
  verbal: z.union([graded(5), NotTestable, z.literal('T')]),
  motor: z.union([graded(6), NotTestable]),
});
export type GcsInput = z.infer<typeof GcsInput>;

export const GcsBand = z.enum(['mild', 'moderate', 'severe']);
export type GcsBand = z.infer<typeof GcsBand>;
export interface GcsScore {
  /** 3–15; null when an item is NT or T, for a sum of two items would read as a deep coma. */
  total: number | null;
  /** Null without a total. */
  band: GcsBand | null;
  /** As written in notes: `E3 V3 M5`, `E3 VT M5`. */
  notation: string;
}

const BANDS: Steps<GcsBand> = [
  [3, 'severe'],
  [9, 'moderate'],
  [13, 'mild'],
];

export const gcs = ({ eye, verbal, motor }: GcsInput): GcsScore => {
  const notation = `E${eye} V${verbal} M${motor}`;
  if (typeof eye === 'string' || typeof verbal === 'string' || typeof motor === 'string') {
    return { total: null, band: null, notation };
  }
  const total = eye + verbal + motor;
  return { total, band: stepAt(BANDS, total), notation };
};
