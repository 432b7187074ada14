import { useTranslation } from 'react-i18next';
import { METRICS, type MetricId, type MetricPart } from '../../../../contract/referralMetrics.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { partLink } from './filter.ts';
import { figureOf, type Seen } from './seen.ts';
import { useTold } from './told.ts';

interface Props extends Seen {
  metric: MetricId;
  onClose: () => void;
}

/** K07 and K08 divide by visits, which are no cases. */
const isListed = (metric: MetricId, part: MetricPart): boolean =>
  metric !== 'K14' && !(part === 'denominator' && METRICS[metric].source === 'activity');

const Parts = ({ metric, filter, stats }: Omit<Props, 'onClose'>) => {
  const { t } = useTranslation('stats');
  const told = useTold();
  const figure = figureOf({ stats }, metric);
  const word = (part: MetricPart): string => {
    const n = told(figure[part] ?? 0);
    return part === 'beside'
      ? t('referral.rule.beside', { what: t(`metric.${metric}.beside`), n })
      : t(`referral.rule.${part}`, { n });
  };
  return (['numerator', 'denominator', 'beside'] as const).map((part) => {
    if (figure[part] === null) return null;
    const opens = isListed(metric, part) && typeof figure[part] === 'number' && metric !== 'K14';
    if (!opens) return <span key={part}>{word(part)}</span>;
    return (
      <ButtonLink key={part} size="small" to={partLink(filter, metric, part)}>
        {word(part)}
      </ButtonLink>
    );
  });
};

/** How a metric is counted, in words, and the lists of its parts. */
export const Definition = ({ metric, filter, stats, onClose }: Props) => {
  const { t } = useTranslation(['stats', 'common']);
  const { unit, time, source } = METRICS[metric];
  const lines = {
    formula: t(`metric.${metric}.formula`),
    unit: t(`metricUnit.${unit}`),
    month: t(`metric.${metric}.month`),
    source: t(`source.${source}`),
  };
  return (
    <Sheet
      title={`${t(`metric.${metric}.name`)} ${metric}`}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('common:close')}</Button>}
    >
      <dl className="tile-rule">
        {Object.entries(lines).map(([key, text]) => (
          <div key={key}>
            <dt className="mute">{t(`referral.rule.${key}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="tile-parts">
        <Parts metric={metric} filter={filter} stats={stats} />
      </p>
      <p className="mute small">{t('referral.rule.version', { version: stats.version, time })}</p>
    </Sheet>
  );
};
