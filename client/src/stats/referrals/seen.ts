import type { CountedMetric, MetricId } from '../../../../contract/referralMetrics.ts';
import type { MetricFigure, ReferralFigureFilter, ReferralStats, Veiled } from '../../../../contract/referralStats.ts';
import { FEW } from '../words.ts';

/** What a page shows, and under which filter. */
export interface Seen {
  filter: ReferralFigureFilter;
  stats: ReferralStats;
}

export const figureOf = ({ stats }: Pick<Seen, 'stats'>, metric: MetricId): MetricFigure =>
  stats.figures.find((each) => each.metric === metric)!;

/** All referrals sent. */
export const totalOf = (seen: Pick<Seen, 'stats'>, metric: CountedMetric = 'K15'): Veiled =>
  figureOf(seen, metric).denominator ?? 0;

export const isNumber = (n: Veiled | null): n is number => typeof n === 'number';

/** Below this nothing is judged; what is covered is below it or might be. */
export const isFew = (n: Veiled | null): boolean => !isNumber(n) || n < FEW;
