import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Veiled } from '../../../contract/referralStats.ts';
import { Card } from '../ui/Card.tsx';
import { Told } from './Figure.tsx';
import { monthName } from './months.ts';
import { type Stack, stackOption } from './stackOption.ts';
import './charts.css';

const Chart = lazy(async () => ({ default: (await import('./Chart.tsx')).Chart }));

/** A column of the table under the chart, and where it is `drawn`, a part of the bars. */
export interface Counted {
  key: string;
  name: string;
  drawn?: { colour: Stack['colour']; sum: Veiled; link: string };
  values: readonly Veiled[];
  linkOf: (month: string) => string;
}

interface Props {
  title: string;
  note: ReactNode;
  label: string;
  months: readonly string[];
  counted: readonly Counted[];
}

const Legend = ({ counted }: Pick<Props, 'counted'>) => (
  <ul className="stats-legend">
    {counted.map(
      ({ key, name, drawn }) =>
        drawn && (
          <li key={key} data-c={drawn.colour}>
            <i aria-hidden /> {name} <Told n={drawn.sum} of={name} to={drawn.link} />
          </li>
        ),
    )}
  </ul>
);

const Table = ({ months, counted }: Pick<Props, 'months' | 'counted'>) => {
  const { t } = useTranslation('stats');
  const places = months.map((month, at) => ({ month, at })).reverse();
  return (
    <details className="stats-data">
      <summary>{t('data')}</summary>
      <div className="stats-scroll">
        <table className="stats-table">
          <thead>
            <tr>
              <th scope="col">{t('month')}</th>
              {counted.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map(({ month, at }) => (
              <tr key={month}>
                <th scope="row">{monthName(month)}</th>
                {counted.map(({ key, name, values, linkOf }) => (
                  <td key={key}>
                    <Told n={values[at]!} of={`${monthName(month)} ${name}`} to={linkOf(month)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

const stacksOf = (counted: readonly Counted[]): Stack[] =>
  counted.flatMap(({ key, name, drawn, values }) =>
    drawn ? [{ key, name, colour: drawn.colour, values: values.map((n) => (typeof n === 'number' ? n : 0)) }] : [],
  );

/** Counts by month, stacked; a bar opens its cases, and the numbers stand in a table below. */
export const StackCard = ({ title, note, label, months, counted }: Props) => {
  const { t } = useTranslation('stats');
  const navigate = useNavigate();
  const option = useMemo(() => stackOption({ months, stacks: stacksOf(counted), unit: t('unit.cases') }), [months, counted, t]);
  const open = ({ series, at }: { series: string; at: number }) => {
    const link = counted.find(({ key }) => key === series)?.linkOf(months[at]!);
    if (link) void navigate(link);
  };
  return (
    <Card title={title} note={note}>
      <Legend counted={counted} />
      <Suspense fallback={<div className="stats-chart" />}>
        <Chart option={option} label={label} onPick={open} />
      </Suspense>
      <Table months={months} counted={counted} />
    </Card>
  );
};
