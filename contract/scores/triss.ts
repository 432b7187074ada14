import { z } from 'zod';
import { Iss } from './iss.ts';
import type { Edition } from './kit.ts';
import { Age } from './measures.ts';

/** Coefficients and the age rule are unverified, confirm with the trauma lead against the printed tables. */
export const trissEdition: Edition = {
  version: 'triss-1995',
  source: 'Boyd CR et al., J Trauma 1987;27:370-378, coefficients of the MTOS revision of 1995; unverified',
};

export const Mechanism = z.enum(['blunt', 'penetrating']);
export type Mechanism = z.infer<typeof Mechanism>;
export const TrissInput = z.object({
  /** Weighted. */
  rts: z.number().min(0).max(7.8408),
  iss: Iss,
  age: Age,
  mechanism: Mechanism,
});
export type TrissInput = z.infer<typeof TrissInput>;

export interface TrissScore {
  /** Probability of survival, 0–1. */
  survival: number;
  /** Whose coefficients were used: under 15 years always the blunt ones. */
  coefficients: Mechanism;
}

const COEFFICIENTS: Record<Mechanism, { constant: number; rts: number; iss: number; old: number }> = {
  blunt: { constant: -0.4499, rts: 0.8085, iss: -0.0835, old: -1.743 },
  penetrating: { constant: -2.5355, rts: 0.9934, iss: -0.0651, old: -1.136 },
};
const CHILD_BELOW = 15;
const OLD_FROM = 55;

export const triss = ({ rts, iss, age, mechanism }: TrissInput): TrissScore => {
  const coefficients = age < CHILD_BELOW ? 'blunt' : mechanism;
  const b = COEFFICIENTS[coefficients];
  const logit = b.constant + b.rts * rts + b.iss * iss + (age >= OLD_FROM ? b.old : 0);
  return { survival: 1 / (1 + Math.exp(-logit)), coefficients };
};
