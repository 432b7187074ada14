import { z } from 'zod';
import { type Edition, type Steps, stepAt, sum } from './kit.ts';

/** The bands are unverified, confirm with the neonatal lead: Chinese texts also print 4–7 for mild asphyxia. */
export const apgarEdition: Edition = {
  version: 'apgar-1953',
  source: 'Apgar V, Curr Res Anesth Analg 1953;32:260-267; bands 7-10, 4-6, 0-3 unverified',
};

const graded = z.number().int().min(0).max(2);
/** 肤色, 心率, 反应, 肌张力, 呼吸, at 1, 5 and 10 minutes. */
export const ApgarInput = z.object({ appearance: graded, pulse: graded, grimace: graded, activity: graded, respiration: graded });
export type ApgarInput = z.infer<typeof ApgarInput>;

export const ApgarBand = z.enum(['reassuring', 'moderatelyAbnormal', 'low']);
export type ApgarBand = z.infer<typeof ApgarBand>;
export interface ApgarScore {
  /** 0–10. */
  total: number;
  band: ApgarBand;
}

const BANDS: Steps<ApgarBand> = [
  [0, 'low'],
  [4, 'moderatelyAbnormal'],
  [7, 'reassuring'],
];

export const apgar = (input: ApgarInput): ApgarScore => {
  const total = sum(ApgarInput.keyof().options.map((item) => input[item]));
  return { total, band: stepAt(BANDS, total) };
};
