import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { CaseFilter, ConsultStats } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';
import { Card } from '../ui/Card.tsx';
import { Figure } from './Figure.tsx';
import { casesLink } from './filter.ts';
import { monthName } from './months.ts';
import { trendOption } from './trendOption.ts';
import { inHours, useQuantile, useSpan } from './words.ts';
import './charts.css';

const Chart = lazy(async () => ({ default: (await import('./Chart.tsx')).Chart }));

interface Props {
  filter: CaseFilter;
  stats: ConsultStats;
}

const Table = ({ filter, stats: { trend } }: Props) => {
  const { t } = useTranslation('stats');
  const quantile = useQuantile();
  const urgency = filter.urgency ?? 'stat';
  return (
    <details className="stats-data">
      <summary>{t('data')}</summary>
      <div className="stats-scroll">
        <table className="stats-table">
          <thead>
            <tr>
              <th scope="col">{t('month')}</th>
              <th scope="col">P50</th>
              <th scope="col">P90</th>
              <th scope="col">{t('responses.n')}</th>
            </tr>
          </thead>
          <tbody>
            {[...trend].reverse().map(({ month, n, p50, p90 }) => (
              <tr key={month}>
                <th scope="row">{monthName(month)}</th>
                <td>{quantile(p50) ?? '–'}</td>
                <td>{quantile(p90) ?? '–'}</td>
                <td>
                  <Figure
                    n={n}
                    of={monthName(month)}
                    to={casesLink(filter, { from: month, to: month, urgency, response: 'due' })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
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
      <Suspense fallback={<div className="stats-chart" />}>
        <Chart option={option} label={t('trend.title', { urgency: name })} onPick={open} />
      </Suspense>
      <Table filter={filter} stats={stats} />
    </Card>
  );
};
