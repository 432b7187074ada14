import type { EChartsCoreOption } from 'echarts/core';
import { countAxis, gridOf, monthAxis, textOf, tooltipOf } from './chartParts.ts';
import type { Colours } from './colours.ts';
import { monthName } from './months.ts';

/** One part of each bar. */
export interface Stack {
  key: string;
  name: string;
  colour: 'shan' | 'hai' | 'routine';
  /** By month, in the order of `months`; what is covered is drawn as nothing. */
  values: readonly number[];
}

interface Stacked {
  months: readonly string[];
  stacks: readonly Stack[];
  unit: string;
}

/** Counts by month, stacked; what each bar holds is said when it is pointed at. */
export const stackOption =
  ({ months, stacks, unit }: Stacked) =>
  (colours: Colours): EChartsCoreOption => ({
    textStyle: textOf(colours),
    grid: gridOf(4),
    xAxis: monthAxis(months, colours),
    yAxis: countAxis(colours, unit),
    tooltip: {
      ...tooltipOf(colours),
      formatter: ([first]: { dataIndex: number }[]) => tip({ months, stacks, unit }, first!.dataIndex),
    },
    series: stacks.map(({ key, colour, values }) => ({
      id: key,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 40,
      cursor: 'pointer',
      itemStyle: { color: colours[colour], borderColor: colours.card, borderWidth: 0.5 },
      data: [...values],
    })),
  });

const tip = ({ months, stacks, unit }: Stacked, at: number): string => {
  const lines = stacks.map(({ name, values }) => `${name} <b>${values[at]}</b>`);
  const total = stacks.reduce((sum, { values }) => sum + values[at]!, 0);
  return `${monthName(months[at]!)}　<b>${total}</b> ${unit}<br>${lines.join('<br>')}`;
};
