import type { CenterRules, MetricRule } from '../../../../contract/emergencyRules.ts';
import type { CenterFilter, CenterStats, MetricFigure } from '../../../../contract/emergencyStats.ts';
import { isFew, isNumber } from '../referrals/seen.ts';
import { FEW } from '../words.ts';
import { pointsOf, type Share } from './limits.ts';

export type Stats = CenterStats & { rules: CenterRules };

/** What a page shows, and under which filter. */
export interface Seen {
  filter: CenterFilter;
  stats: Stats;
}

/** A metric with the rule that it is judged by today. */
export interface Metric {
  figure: MetricFigure;
  rule: MetricRule;
}
type Counts = Pick<MetricFigure, 'met' | 'unmet' | 'missing' | 'invalid' | 'eligible'>;

export const metricsOf = ({ metrics, rules }: Stats): Metric[] =>
  metrics.flatMap((figure) => {
    const rule = rules.metrics.find(({ code }) => code === figure.code);
    return rule ? [{ figure, rule }] : [];
  });

/** A target is missing where a metric is only looked at. */
export const isWatched = ({ rule }: Metric): boolean => rule.kind === 'interval' && rule.target === null;

/** How many of those judged were met; null where a part of it is covered. */
export const shareOf = ({ met, unmet }: Counts): Share | null =>
  isNumber(met) && isNumber(unmet) ? { met, n: met + unmet } : null;

/** The same of all that count: what is missing or out of order is not met. */
export const wholeOf = ({ met, eligible }: Counts): Share | null =>
  isNumber(met) && isNumber(eligible) ? { met, n: eligible } : null;

/** Of how many the time is known; null where that is covered. */
export const timedOf = ({ eligible, missing, invalid }: Counts): number | null =>
  isNumber(eligible) && isNumber(missing) && isNumber(invalid) ? eligible - missing - invalid : null;

/** The median of each month as a run chart judges it: of too few, none. */
export const judgedMedians = ({ figure }: Metric): (number | null)[] =>
  figure.months.map((month) => (isFew(timedOf(month)) ? null : month.median));

export const pointsOfMetric = ({ figure }: Metric) => pointsOf(figure.months.map(shareOf), FEW);

/** The one asked for; else the first by which a case was judged. */
export const pickedOf = (stats: Stats, code: string | undefined): Metric => {
  const all = metricsOf(stats);
  const speaks = ({ figure: { met, unmet } }: Metric) => met !== 0 || unmet !== 0;
  return all.find(({ figure }) => figure.code === code) ?? all.find(speaks) ?? all[0]!;
};
