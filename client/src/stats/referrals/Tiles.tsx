import { useTranslation } from 'react-i18next';
import { METRICS, type MetricId } from '../../../../contract/referralMetrics.ts';
import { number } from '../../lib/format.ts';
import { percent, useQuantile, useSpan } from '../words.ts';
import { partLink } from './filter.ts';
import { figureOf, isFew, isNumber, type Seen } from './seen.ts';
import { Tile } from './Tile.tsx';
import { useTold } from './told.ts';
import '../Kpis.css';
import './Tiles.css';

const SHARES = ['K09', 'K11', 'K11N', 'K12', 'K13'] as const;

/** What stands beside a share and is not judged by it. */
const useBeside = ({ stats }: Seen): ((metric: MetricId) => string | null) => {
  const { t } = useTranslation('stats');
  const told = useTold();
  return (metric) => {
    const { beside } = figureOf({ stats }, metric);
    return beside === null || beside === 0
      ? null
      : t('referral.tile.beside', { what: t(`metric.${metric}.beside`), n: told(beside) });
  };
};

const Share = ({ metric, ...seen }: Seen & { metric: (typeof SHARES)[number] }) => {
  const { t } = useTranslation('stats');
  const [told, beside] = [useTold(), useBeside(seen)];
  const { numerator, denominator } = figureOf(seen, metric);
  const few = isFew(denominator);
  const [part, whole] = [told(numerator ?? 0), told(denominator ?? 0)];
  const value = () => {
    if (denominator === 0) return null;
    if (few || !isNumber(numerator) || !isNumber(denominator)) return `${part}/${whole}`;
    return percent(numerator, denominator);
  };
  const shown = value();
  return (
    <Tile
      metric={metric}
      value={shown}
      unit={shown?.includes('/') ? undefined : '%'}
      to={isNumber(numerator) ? partLink(seen.filter, metric, 'numerator') : null}
      few={few}
      {...seen}
    >
      {[few ? t('referral.tile.few') : t('referral.tile.share', { part, whole }), beside(metric)].filter(Boolean).join('·')}
    </Tile>
  );
};

/** A rate of visits: without them the count is still told. */
const Visits = ({ metric, ...seen }: Seen & { metric: 'K07' | 'K08' }) => {
  const { t } = useTranslation('stats');
  const [told, beside] = [useTold(), useBeside(seen)];
  const { numerator, denominator } = figureOf(seen, metric);
  const per = METRICS[metric].unit === 'permille' ? 1000 : 100;
  const known = isNumber(numerator) && isNumber(denominator) && denominator > 0;
  const rate = known ? number((numerator / denominator) * per, { maximumFractionDigits: 2, minimumFractionDigits: 2 }) : null;
  const what = t(metric === 'K07' ? 'referral.tile.outpatient' : 'referral.tile.discharges');
  const note =
    denominator === null
      ? t('referral.tile.noVisits', { what })
      : t('referral.tile.visits', { part: told(numerator ?? 0), whole: told(denominator) });
  return (
    <Tile
      metric={metric}
      value={rate}
      unit={t(`metricUnit.${METRICS[metric].unit}`)}
      to={isNumber(numerator) ? partLink(seen.filter, metric, denominator === null ? 'beside' : 'numerator') : null}
      few={isFew(numerator)}
      {...seen}
    >
      {[note, beside(metric)].filter(Boolean).join('·')}
    </Tile>
  );
};

const Ratio = (seen: Seen) => {
  const { t } = useTranslation('stats');
  const told = useTold();
  const { numerator, denominator } = figureOf(seen, 'K08R');
  const few = isFew(denominator);
  const [part, whole] = [told(numerator ?? 0), told(denominator ?? 0)];
  const ratio = (): string | null => {
    if (denominator === 0) return null;
    if (few || !isNumber(numerator) || !isNumber(denominator)) return `${part}/${whole}`;
    return number(numerator / denominator, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  };
  return (
    <Tile
      metric="K08R"
      value={ratio()}
      to={isNumber(numerator) ? partLink(seen.filter, 'K08R', 'numerator') : null}
      few={few}
      {...seen}
    >
      {few ? t('referral.tile.few') : t('referral.tile.share', { part, whole })}
    </Tile>
  );
};

const Response = (seen: Seen) => {
  const { t } = useTranslation('stats');
  const [told, quantile] = [useTold(), useQuantile()];
  const { value, unit } = useSpan();
  const { meanSeconds, p90Seconds } = seen.stats.answers;
  const { numerator, denominator } = figureOf(seen, 'K10');
  const counted = t('referral.tile.answered', { part: told(numerator ?? 0), whole: told(denominator ?? 0) });
  return (
    <Tile
      metric="K10"
      value={meanSeconds === null ? null : value(meanSeconds)}
      unit={meanSeconds === null ? undefined : `${unit(meanSeconds)} ${t('referral.tile.mean')}`}
      to={isNumber(denominator) ? partLink(seen.filter, 'K10', 'denominator') : null}
      few={isFew(denominator)}
      {...seen}
    >
      {[t('referral.tile.p90', { p90: quantile(p90Seconds) ?? '–' }), counted].join('·')}
    </Tile>
  );
};

const External = (seen: Seen) => {
  const { t } = useTranslation('stats');
  return (
    <Tile metric="K14" value={null} to={null} few {...seen}>
      {t('referral.tile.external')}
    </Tile>
  );
};

/** The metrics that the chosen direction leaves anything of. */
const speaks = ({ filter }: Seen, metric: MetricId): boolean => {
  const { direction } = METRICS[metric];
  if (metric === 'K08R') return filter.direction === undefined;
  return !direction || !filter.direction || direction === filter.direction;
};

/** K07 to K14; each opens its cases and says how it is counted. */
export const Tiles = (seen: Seen) => (
  <div className="kpis tiles">
    {speaks(seen, 'K07') && <Visits metric="K07" {...seen} />}
    {speaks(seen, 'K08') && <Visits metric="K08" {...seen} />}
    {speaks(seen, 'K08R') && <Ratio {...seen} />}
    <Share metric="K09" {...seen} />
    <Response {...seen} />
    {SHARES.filter((metric) => metric !== 'K09' && speaks(seen, metric)).map((metric) => (
      <Share key={metric} metric={metric} {...seen} />
    ))}
    <External {...seen} />
  </div>
);
