import { type CountedMetric, MetricId, type MetricPart } from '../../../contract/referralMetrics.ts';
import type { MetricFigure } from '../../../contract/referralStats.ts';
import { nameOf } from './counts.ts';
import type { Figures } from './figures.ts';
import { type Cells, type Piece, rest } from './told.ts';
import type { Line } from './veil.ts';

/** Which of a metric's counts add up to which. */
const linesOf = (of: Cells): Line[] => {
  const share = (metric: CountedMetric): Line => {
    const [part, total] = [of(metric, 'numerator'), of(metric, 'denominator')];
    return { parts: [part, rest(total, [part])], total };
  };
  const [up, down, all] = [of('K16', 'denominator'), of('K08R', 'numerator'), of('K15', 'denominator')];
  const alone = (metric: CountedMetric, part: MetricPart): Line => ({ parts: [of(metric, part)], total: of(metric, part) });
  return [
    { parts: [of('K07', 'numerator'), of('K07', 'beside')], total: up },
    { parts: [of('K08', 'numerator'), of('K08', 'beside')], total: down },
    { parts: [up, down, rest(all, [up, down])], total: all },
    { parts: [of('K11', 'numerator'), of('K11N', 'numerator'), of('K11', 'beside')], total: of('K11', 'denominator') },
    ...(['K09', 'K10', 'K12', 'K13'] as const).map(share),
    ...(['K09', 'K12', 'K13'] as const).map((metric) => alone(metric, 'beside')),
    alone('K16L', 'denominator'),
  ];
};

/** What visits divide is a share of them, not of cases; what others count has not been imported. */
const denominatorOf = (found: Figures, of: Cells, metric: CountedMetric): MetricFigure['denominator'] =>
  metric === 'K07' || metric === 'K08' ? found[metric] : of(metric, 'denominator').told;

export const metrics = (found: Figures, of: Cells): Piece<MetricFigure[]> => {
  const told = (metric: CountedMetric, part: MetricPart) => (nameOf(metric, part) in found.counts ? of(metric, part).told : null);
  return {
    lines: linesOf(of),
    tell: () =>
      MetricId.options.map((metric) =>
        metric === 'K14'
          ? { metric, numerator: null, denominator: null, beside: null }
          : {
              metric,
              numerator: told(metric, 'numerator'),
              denominator: denominatorOf(found, of, metric),
              beside: told(metric, 'beside'),
            },
      ),
  };
};
