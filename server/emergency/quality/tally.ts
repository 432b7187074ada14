import type { MetricState, MetricValue } from '../../../contract/emergencyMetrics.ts';
import { type Cell, cell, type Line } from '../../stats/referrals/veil.ts';
import type { Found } from '../rules.ts';

/** How often a metric was met, and how long it took, of some cases. */
export interface Tally {
  met: Cell;
  unmet: Cell;
  missing: Cell;
  invalid: Cell;
  watched: Cell;
  eligible: Cell;
  /** Seconds, in order. */
  seconds: number[];
}

const metricIn = (code: string, { judged }: Found): MetricValue | undefined =>
  judged.metrics.find((metric) => metric.code === code);

export const tally = (code: string, found: readonly Found[]): Tally => {
  const values = found.flatMap((each) => metricIn(code, each) ?? []);
  const n = (state: MetricState): number => values.filter((value) => value.state === state).length;
  return {
    met: cell(n('met')),
    unmet: cell(n('unmet')),
    missing: cell(n('missing')),
    invalid: cell(n('invalid')),
    watched: cell(n('watched')),
    eligible: cell(values.length - n('notEligible')),
    seconds: values
      .flatMap(({ state, seconds }) => (seconds !== null && state !== 'invalid' ? [seconds] : []))
      .sort((a, b) => a - b),
  };
};

/** The middle one, or the mean of the two. */
export const medianOf = (sorted: readonly number[]): number | null => {
  if (sorted.length === 0) return null;
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
};

/** Nearest rank. */
export const p90Of = (sorted: readonly number[]): number | null => sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null;

const PARTS = ['met', 'unmet', 'missing', 'invalid', 'watched', 'eligible'] as const;

/** What adds up: the states to the eligible ones, and each of them over the months. */
export const linesOf = (whole: Tally, months: readonly Tally[]): Line[] => [
  ...[whole, ...months].map(({ met, unmet, missing, invalid, watched, eligible }) => ({
    parts: [met, unmet, missing, invalid, watched],
    total: eligible,
  })),
  ...PARTS.map((part) => ({ parts: months.map((month) => month[part]), total: whole[part] })),
];
