import { useTranslation } from 'react-i18next';
import { number } from '../../lib/format.ts';
import { Kpi } from '../Kpi.tsx';
import { isFew, isNumber } from '../referrals/seen.ts';
import { useTold } from '../referrals/told.ts';
import { percent } from '../words.ts';
import { listLink } from './filter.ts';
import type { Seen } from './seen.ts';
import { useMetricWords } from './words.ts';

/** K18: of the nodes that all cases should have, how many are there. */
const Completeness = ({ stats: { cases, recorded, required } }: Seen) => {
  const { t } = useTranslation('stats');
  const known = recorded !== null && required !== null;
  const few = isFew(cases);
  const counted = known ? { part: number(recorded), whole: number(required) } : null;
  const value = () => {
    if (!counted || required === 0) return t('noData');
    return few ? `${counted.part}/${counted.whole}` : percent(recorded!, required!);
  };
  return (
    <Kpi title={t('centers.head.complete')} value={value()} unit={few || !counted ? undefined : '%'} to={null} few={few}>
      {few ? t('centers.few') : counted && t('centers.head.recorded', counted)}
    </Kpi>
  );
};

const Gaps = ({ filter, stats: { recorded, required, gaps } }: Seen) => {
  const { t } = useTranslation('stats');
  const [told, { node }] = [useTold(), useMetricWords()];
  const [most] = gaps;
  const known = recorded !== null && required !== null;
  return (
    <Kpi
      title={t('centers.head.gaps')}
      value={known ? number(required - recorded) : t('few')}
      unit={known ? t('centers.head.nodes') : undefined}
      to={most && isNumber(most.n) ? listLink(filter, { gap: most.node }) : null}
      few={!known}
    >
      {most ? t('centers.head.most', { node: node(most.node), n: told(most.n) }) : t('centers.gaps.none')}
    </Kpi>
  );
};

/** How many cases, and how much of them was written down. */
export const Head = (seen: Seen) => {
  const { t } = useTranslation('stats');
  const told = useTold();
  const { cases } = seen.stats;
  return (
    <div className="kpis centers-head">
      <Kpi
        title={t('centers.head.cases')}
        value={told(cases)}
        unit={t('unit.cases')}
        to={isNumber(cases) ? listLink(seen.filter) : null}
        few={isFew(cases)}
      >
        {t('centers.head.counted')}
      </Kpi>
      <Completeness {...seen} />
      <Gaps {...seen} />
    </div>
  );
};
