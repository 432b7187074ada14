import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Veiled } from '../../../contract/referralStats.ts';
import { Card } from '../ui/Card.tsx';
import { Told } from './Figure.tsx';
import { LazyChart } from './LazyChart.tsx';
import { MonthTable } from './MonthTable.tsx';
import { monthName } from './months.ts';
import { type Stack, stackOption } from './stackOption.ts';
import './charts.css';

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

const Numbers = ({ months, counted }: Pick<Props, 'months' | 'counted'>) => (
  <MonthTable
    rows={months.map((month, at) => ({ month, at }))}
    columns={counted.map(({ key, name, values, linkOf }) => ({
      key,
      name,
      cell: ({ month, at }: { month: string; at: number }) => (
        <Told n={values[at]!} of={`${monthName(month)} ${name}`} to={linkOf(month)} />
      ),
    }))}
  />
);

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
      <LazyChart option={option} label={label} onPick={open} />
      <Numbers months={months} counted={counted} />
    </Card>
  );
};
