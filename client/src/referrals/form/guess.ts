import type { VitalName, VitalRanges } from '../../../../contract/referralSheet.ts';

const within = (value: number, [low, high]: readonly [number, number]): boolean => value >= low && value <= high;

const withoutDigit = (value: number): number[] => {
  const digits = String(value);
  return [...digits].map((_, at) => Number(digits.slice(0, at) + digits.slice(at + 1))).reverse();
};

/** Slips of the hand: a forgotten point, one digit too many, one too few. */
const slips = (value: number, whole: boolean): number[] => {
  const tenth = value / 10;
  return [...(whole ? [Math.floor(tenth)] : [tenth]), ...(Number.isInteger(value) ? withoutDigit(value) : []), value * 10];
};

/** What was probably meant by an impossible or unusual value: the first slip that gives a common one; null when none does. */
export const guessVital = (vital: VitalName, value: number, { soft }: VitalRanges[VitalName]): number | null =>
  slips(value, vital !== 'temperature').find((meant) => within(meant, soft)) ?? null;
