import { Info } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MetricId } from '../../../../contract/referralMetrics.ts';
import { Definition } from './Definition.tsx';
import type { Seen } from './seen.ts';

interface Props extends Seen {
  metric: MetricId;
  value: ReactNode;
  unit?: string | undefined;
  /** The list behind the value; none where there is nothing of ours to list. */
  to: string | null;
  /** Too few to judge. */
  few?: boolean;
  children: ReactNode;
}

/** A metric with its n; pressed it opens its cases, and beside its name it says how it is counted. */
export const Tile = ({ metric, value, unit, to, few = false, children, ...seen }: Props) => {
  const { t } = useTranslation('stats');
  const [asked, ask] = useState(false);
  const name = t(`metric.${metric}.name`);
  return (
    <section className={few ? 'card kpi kpi-few tile' : 'card kpi tile'} aria-label={name}>
      <h2>
        {to ? (
          <Link to={to} title={t('openCases')}>
            {name}
          </Link>
        ) : (
          <span className="soft">{name}</span>
        )}
      </h2>
      <output>
        {value ?? <span className="tile-none">{t('noData')}</span>}
        {value !== null && unit && <small>{unit}</small>}
      </output>
      <p>{children}</p>
      <button
        type="button"
        className="tile-about"
        aria-label={t('referral.tile.about', { name })}
        title={t('referral.tile.about', { name })}
        onClick={() => ask(true)}
      >
        <Info aria-hidden size={16} />
      </button>
      {asked && <Definition metric={metric} {...seen} onClose={() => ask(false)} />}
    </section>
  );
};
