import { z } from 'zod';
import type { Edition } from './kit.ts';
import { Pulse, Systolic } from './measures.ts';

/** The obstetric limit is unverified, confirm with the obstetric lead. */
export const shockIndexEdition: Edition = {
  version: 'shock-index-1.0-obstetric-0.9',
  source: 'Allgöwer M, Burri C, Dtsch Med Wochenschr 1967;92:1947-1950; obstetric limit 0.9 unverified',
};

export const ShockIndexInput = z.object({ pulse: Pulse, systolic: Systolic, obstetric: z.boolean() });
export type ShockIndexInput = z.infer<typeof ShockIndexInput>;

export interface ShockIndex {
  /** Not rounded; null without a pulse or a pressure. */
  index: number | null;
  alert: boolean;
}

const ALERT_FROM = 1;
const OBSTETRIC_ALERT_FROM = 0.9;

export const shockIndex = ({ pulse, systolic, obstetric }: ShockIndexInput): ShockIndex => {
  // No ratio can be made of an arrest, and it must not look calm for that.
  if (pulse === 0 || systolic === 0) return { index: null, alert: true };
  const index = pulse / systolic;
  return { index, alert: index >= (obstetric ? OBSTETRIC_ALERT_FROM : ALERT_FROM) };
};
