import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { CaseFilter, ConsultStats } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';
import { Card } from '../ui/Card.tsx';
import { Figure } from './Figure.tsx';
import { casesLink } from './filter.ts';
import { LazyChart } from './LazyChart.tsx';
import { MonthTable } from './MonthTable.tsx';
import { monthName } from './months.ts';
import { trendOption } from './trendOption.ts';
import { inHours, useQuantile, useSpan } from './words.ts';

interface Props {
  filter: CaseFilter;
  stats: ConsultStats;
}

const Numbers = ({ filter, stats: { trend } }: Props) => {
  const { t } = useTranslation('stats');
  const quantile = useQuantile();
  const urgency = filter.urgency ?? 'stat';
  const linkOf = (month: string) => casesLink(filter, { from: month, to: month, urgency, response: 'due' });
  return (
    <MonthTable
      rows={trend}
      columns={[
        { key: 'p50', name: 'P50', cell: ({ p50 }) => quantile(p50) ?? '–' },
        { key: 'p90', name: 'P90', cell: ({ p90 }) => quantile(p90) ?? '–' },
        {
          key: 'n',
          name: t('responses.n'),
          cell: ({ month, n }) => <Figure n={n} of={monthName(month)} to={linkOf(month)} />,
        },
      ]}
    />
  );
};

const useOption = ({ filter, stats }: Props) => {
  const { t } = useTranslation('stats');
  const quantile = useQuantile();
  const { span, unit } = useSpan();
  const { trend, responses } = stats;
  const urgency = filter.urgency ?? 'stat';
  const limit = responses.find((each) => each.urgency === urgency)!.limitSeconds;
  const longest = Math.max(0, ...trend.flatMap(({ p90 }) => (typeof p90 === 'number' ? p90 : [])));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with `t`, the numbers with the figures
  return useMemo(
    () =>
      trendOption(trend, {
        unit: unit(longest),
        scale: inHours(longest) ? 3_600 : 60,
        target: urgency === 'routine' ? null : limit,
        targetName: t('trend.target', { limit: span(limit) }),
        unanswered: t('unanswered'),
        quantile,
      }),
    [trend, urgency, limit, longest, t],
  );
};

/** First response by month, against the limit where both count the same time. */
export const TrendCard = ({ filter, stats }: Props) => {
  const { t } = useTranslation(['stats', 'common']);
  const navigate = useNavigate();
  const option = useOption({ filter, stats });
  const urgency = filter.urgency ?? 'stat';
  const name = t(`common:urgency.${urgency}`);
  const figure = stats.responses.find((each) => each.urgency === urgency)!;
  const open = ({ at }: { at: number }) => {
    const month = stats.trend[at]!.month;
    void navigate(casesLink(filter, { from: month, to: month, urgency, response: 'due' }));
  };
  return (
    <Card
      title={t('trend.title', { urgency: name })}
      note={t('trend.note', { n: number(figure.n) })}
      aside={<Link to={casesLink(filter, { urgency, response: 'late' })}>{t('trend.late', { n: number(figure.late) })}</Link>}
    >
      <p className="mute small">{t(urgency === 'routine' ? 'trend.workingTime' : 'trend.legend')}</p>
      <LazyChart option={option} label={t('trend.title', { urgency: name })} onPick={open} />
      <Numbers filter={filter} stats={stats} />
    </Card>
  );
};
