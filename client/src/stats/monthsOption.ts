import type { EChartsCoreOption } from 'echarts/core';
import { Urgency } from '../../../contract/consults.ts';
import type { ConsultStats } from '../../../contract/stats.ts';
import { countAxis, gridOf, monthAxis, textOf, tooltipOf } from './chartParts.ts';
import type { Colours } from './colours.ts';
import { monthName } from './months.ts';

interface Words {
  unit: string;
  urgency: (urgency: Urgency) => string;
}

export const SERIES = { stat: 'shan', urgent: 'hai', routine: 'routine' } as const;

/** Consults by month, stacked by urgency; the total stands above each bar. */
export const monthsOption =
  (months: ConsultStats['months'], words: Words) =>
  (colours: Colours): EChartsCoreOption => ({
    textStyle: textOf(colours),
    grid: gridOf(4),
    xAxis: monthAxis(
      months.map(({ month }) => month),
      colours,
    ),
    yAxis: countAxis(colours, words.unit),
    tooltip: {
      ...tooltipOf(colours),
      formatter: ([first]: { dataIndex: number }[]) => tip(months[first!.dataIndex]!, words),
    },
    series: Urgency.options.map((urgency) => ({
      id: urgency,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 40,
      cursor: 'pointer',
      itemStyle: { color: colours[SERIES[urgency]], borderColor: colours.card, borderWidth: 0.5 },
      data: months.map((month) => month[urgency]),
    })),
  });

const tip = (month: ConsultStats['months'][number], { unit, urgency }: Words): string => {
  const lines = Urgency.options.map((each) => `${urgency(each)} <b>${month[each]}</b>`);
  const total = month.stat + month.urgent + month.routine;
  return `${monthName(month.month)}　<b>${total}</b> ${unit}<br>${lines.join('<br>')}`;
};
