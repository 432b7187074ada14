import type { CountedMetric, MetricPart } from '../../../contract/referralMetrics.ts';
import { nameOf } from './counts.ts';
import type { Figures } from './figures.ts';
import { type Cell, cell, type Line } from './veil.ts';

/** A piece of the page: the sums that its counts stand in, and what is told of them once those have been veiled. */
export interface Piece<T> {
  lines: readonly Line[];
  tell(): T;
}

/** One cell for each count of the page, however many places show it. */
export type Cells = (metric: CountedMetric, part: MetricPart) => Cell;

/** The same cases under two names. */
const ALSO: Record<string, ReturnType<typeof nameOf>> = {
  'K08R.denominator': 'K16.denominator',
  'K11N.denominator': 'K11.denominator',
};

export const cellsOf = ({ counts }: Figures): Cells => {
  const made = new Map<string, Cell>();
  return (metric, part) => {
    const asked = nameOf(metric, part);
    const name = ALSO[asked] ?? asked;
    const found = made.get(name) ?? cell(counts[name] ?? 0);
    made.set(name, found);
    return found;
  };
};

/** What is left of a whole. */
export const rest = (total: Cell, parts: readonly Cell[]): Cell => cell(total.n - parts.reduce((sum, { n }) => sum + n, 0));
