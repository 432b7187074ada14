import { refuse } from '../../contract/refusal.ts';
import type { CaseFilter } from '../../contract/stats.ts';

/** Longer than any chart; keeps a mistyped year from asking for a thousand rows. */
const MOST = 120;

/** The first instant of a month; Asia/Shanghai has had no daylight saving since 1991. */
const startOf = (year: number, month: number): Date => new Date(Date.UTC(year, month - 1, 1, -8));

const ordinal = (month: string): number => {
  const [year, place] = month.split('-').map(Number) as [number, number];
  return year * 12 + place - 1;
};

const nameOf = (at: number): string =>
  `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;

/** The month that an instant is in. */
export const monthOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 7);

export interface Period {
  /** Every month as `YYYY-MM`, in order. */
  names: string[];
  start: Date;
  /** The first instant after it. */
  end: Date;
}

/** Refuses a period that ends before it begins or is longer than ten years. */
export const periodOf = ({ from, to }: Pick<CaseFilter, 'from' | 'to'>): Period => {
  const [first, last] = [ordinal(from), ordinal(to)];
  if (last < first) refuse('invalid', 'stats.monthsReversed', 'The period ends before it begins');
  if (last - first >= MOST) refuse('invalid', 'stats.tooManyMonths', 'Choose at most ten years');
  return {
    names: Array.from({ length: last - first + 1 }, (_, step) => nameOf(first + step)),
    start: startOf(Math.floor(first / 12), (first % 12) + 1),
    end: startOf(Math.floor((last + 1) / 12), ((last + 1) % 12) + 1),
  };
};
