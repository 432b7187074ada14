import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Urgency } from '../../../contract/consults.ts';
import type { CaseFilter, ConsultStats } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';
import { casesLink } from './filter.ts';
import { type Counted, StackCard } from './StackCard.tsx';
import { urgenciesIn } from './words.ts';

const SERIES = { stat: 'shan', urgent: 'hai', routine: 'routine' } as const;

interface Props {
  filter: CaseFilter;
  stats: ConsultStats;
}

const useCounted = ({ filter, stats: { months } }: Props): Counted[] => {
  const { t } = useTranslation(['stats', 'common']);
  const ofUrgency = (urgency: Urgency): Counted => {
    const values = months.map((month) => month[urgency]);
    const sum = values.reduce((all, n) => all + n, 0);
    return {
      key: urgency,
      name: t(`common:urgency.${urgency}`),
      drawn: { colour: SERIES[urgency], sum, link: casesLink(filter, { urgency }) },
      values,
      linkOf: (month) => casesLink(filter, { from: month, to: month, urgency }),
    };
  };
  const closed: Counted = {
    key: 'closed',
    name: t('kpi.closed'),
    values: months.map((month) => month.closed),
    linkOf: (month) => casesLink(filter, { from: month, to: month, status: 'closed' }),
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with `t`, the numbers with the figures
  return useMemo(() => [...urgenciesIn(filter).map(ofUrgency), closed], [months, t]);
};

/** Consults by month, stacked by urgency. */
export const MonthsCard = ({ filter, stats }: Props) => {
  const { t } = useTranslation('stats');
  const names = useMemo(() => stats.months.map(({ month }) => month), [stats.months]);
  const n = number(stats.total);
  return (
    <StackCard
      title={t('months.title')}
      note={t('months.note', { n })}
      label={t('months.label', { n })}
      months={names}
      counted={useCounted({ filter, stats })}
    />
  );
};
