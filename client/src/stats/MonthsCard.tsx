import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Urgency } from '../../../contract/consults.ts';
import type { CaseFilter, ConsultStats } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';
import { Card } from '../ui/Card.tsx';
import { Figure } from './Figure.tsx';
import { casesLink } from './filter.ts';
import { monthName } from './months.ts';
import { monthsOption, SERIES } from './monthsOption.ts';
import { urgenciesIn } from './words.ts';
import './charts.css';

const Chart = lazy(async () => ({ default: (await import('./Chart.tsx')).Chart }));

interface Props {
  filter: CaseFilter;
  stats: ConsultStats;
}

const Legend = ({ filter, stats: { months } }: Props) => {
  const { t } = useTranslation(['stats', 'common']);
  return (
    <ul className="stats-legend">
      {urgenciesIn(filter).map((urgency) => {
        const name = t(`common:urgency.${urgency}`);
        const n = months.reduce((sum, month) => sum + month[urgency], 0);
        return (
          <li key={urgency} data-c={SERIES[urgency]}>
            <i aria-hidden /> {name} <Figure n={n} of={name} to={casesLink(filter, { urgency })} />
          </li>
        );
      })}
    </ul>
  );
};

const Table = ({ filter, stats: { months } }: Props) => {
  const { t } = useTranslation(['stats', 'common']);
  return (
    <details className="stats-data">
      <summary>{t('data')}</summary>
      <div className="stats-scroll">
        <table className="stats-table">
          <thead>
            <tr>
              <th scope="col">{t('month')}</th>
              {urgenciesIn(filter).map((urgency) => (
                <th key={urgency} scope="col">
                  {t(`common:urgency.${urgency}`)}
                </th>
              ))}
              <th scope="col">{t('kpi.closed')}</th>
            </tr>
          </thead>
          <tbody>
            {[...months].reverse().map(({ month, closed, ...counts }) => (
              <tr key={month}>
                <th scope="row">{monthName(month)}</th>
                {urgenciesIn(filter).map((urgency) => (
                  <td key={urgency}>
                    <Figure
                      n={counts[urgency]}
                      of={`${monthName(month)} ${t(`common:urgency.${urgency}`)}`}
                      to={casesLink(filter, { from: month, to: month, urgency })}
                    />
                  </td>
                ))}
                <td>
                  <Figure
                    n={closed}
                    of={`${monthName(month)} ${t('kpi.closed')}`}
                    to={casesLink(filter, { from: month, to: month, status: 'closed' })}
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

/** Consults by month, stacked by urgency; a bar opens its cases. */
export const MonthsCard = ({ filter, stats }: Props) => {
  const { t } = useTranslation(['stats', 'common']);
  const navigate = useNavigate();
  const { months, total } = stats;
  const option = useMemo(
    () => monthsOption(months, { unit: t('unit.cases'), urgency: (urgency) => t(`common:urgency.${urgency}`) }),
    [months, t],
  );
  const open = ({ series, at }: { series: string; at: number }) => {
    const month = months[at]!.month;
    void navigate(casesLink(filter, { from: month, to: month, urgency: series as Urgency }));
  };
  return (
    <Card title={t('months.title')} note={t('months.note', { n: number(total) })}>
      <Legend filter={filter} stats={stats} />
      <Suspense fallback={<div className="stats-chart" />}>
        <Chart option={option} label={t('months.label', { n: number(total) })} onPick={open} />
      </Suspense>
      <Table filter={filter} stats={stats} />
    </Card>
  );
};
