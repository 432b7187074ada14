import type { Sheet } from '../../../../contract/referralSheet.ts';

/** 休克指数: pulse ÷ systolic; null while one of them is unknown. */
export const shockIndex = ({ vitals }: Sheet): string | null =>
  vitals?.pulse && vitals.systolic ? (vitals.pulse / vitals.systolic).toFixed(2) : null;
