import { z } from 'zod';
import { type Edition, type Steps, stepAt } from './kit.ts';
import { GcsTotal, Respiration, Systolic } from './measures.ts';

export const rtsEdition: Edition = {
  version: 'rts-1989',
  source: 'Champion HR et al., J Trauma 1989;29:623-629',
};

export const RtsInput = z.object({ gcs: GcsTotal, systolic: Systolic, respiration: Respiration });
export type RtsInput = z.infer<typeof RtsInput>;

export interface RtsScore {
  /** The coded values, 0–4 each. */
  codes: Record<keyof RtsInput, number>;
  /** For triage, unweighted: 0–12. */
  tRts: number;
  /** Weighted, for TRISS: 0–7.8408. */
  rts: number;
  /** T-RTS below 11, one of the national criteria of severe trauma (急诊医学专业指标 2024). */
  severe: boolean;
}

const GCS: Steps<number> = [
  [3, 0],
  [4, 1],
  [6, 2],
  [9, 3],
  [13, 4],
];
const SYSTOLIC: Steps<number> = [
  [0, 0],
  [1, 1],
  [50, 2],
  [76, 3],
  [90, 4],
];
/** The best code is in the middle. */
const RESPIRATION: Steps<number> = [
  [0, 0],
  [1, 1],
  [6, 2],
  [10, 4],
  [30, 3],
];

export const rts = (input: RtsInput): RtsScore => {
  const codes = {
    gcs: stepAt(GCS, input.gcs),
    systolic: stepAt(SYSTOLIC, input.systolic),
    respiration: stepAt(RESPIRATION, input.respiration),
  };
  const tRts = codes.gcs + codes.systolic + codes.respiration;
  // The weights are 0.9368, 0.7326 and 0.2908; in ten-thousandths the sum is exact.
  const weighted = (9368 * codes.gcs + 7326 * codes.systolic + 2908 * codes.respiration) / 10_000;
  return { codes, tRts, rts: weighted, severe: tRts < 11 };
};
