import type { EChartsCoreOption } from 'echarts/core';
import { countAxis, gridOf, type Level, levelsOf, monthAxis, textOf, tooltipOf } from '../chartParts.ts';
import type { Colours } from '../colours.ts';

export interface Spot {
  month: string;
  /** In the unit of the axis. */
  value: number | null;
  few: boolean;
  /** What is said when it is pointed at. */
  tip: string;
}

interface Drawn {
  spots: readonly Spot[];
  unit: string;
  middle: { at: number; name: string } | null;
  target: { at: number; name: string } | null;
}

/** Whole steps beyond the longest and the target, so that the target is seen where all keep it. */
const rangeOf = ({ spots, target }: Drawn) => {
  const values = spots.flatMap(({ value }) => value ?? []);
  const highest = Math.max(1, target?.at ?? 0, ...values) * 1.15;
  const step = highest > 20 ? 5 : 1;
  return { min: Math.floor(Math.min(0, ...values) / step) * step, max: Math.ceil(highest / step) * step };
};

/** The name of the middle stands beside the plot, clear of the dots that lie around it. */
const linesOf = ({ middle, target }: Drawn, colours: Colours): Level[] => [
  ...(middle ? [{ ...middle, colour: colours['ink-2'], type: 'dotted', label: 'end' } as const] : []),
  ...(target ? [{ ...target, colour: colours.unmet, type: 'dashed', label: 'insideEndTop' } as const] : []),
];

/** The median of each month; of few cases grey and hollow. The line of the middle is dotted, the target dashed. */
export const runOption =
  (drawn: Drawn) =>
  (colours: Colours): EChartsCoreOption => {
    const { spots, unit } = drawn;
    return {
      textStyle: textOf(colours),
      grid: gridOf(60),
      xAxis: monthAxis(
        spots.map(({ month }) => month),
        colours,
      ),
      yAxis: { ...countAxis(colours, unit), ...rangeOf(drawn) },
      tooltip: {
        ...tooltipOf(colours),
        axisPointer: { type: 'line' },
        formatter: ([first]: { dataIndex: number }[]) => spots[first!.dataIndex]!.tip,
      },
      series: [
        {
          id: 'median',
          type: 'line',
          symbol: 'circle',
          symbolSize: 8,
          showSymbol: true,
          cursor: 'pointer',
          lineStyle: { color: colours.hai, width: 2 },
          data: spots.map(({ value, few }) => ({
            value,
            itemStyle: {
              color: few ? colours.card : colours.hai,
              borderColor: few ? colours.missing : colours.hai,
              borderWidth: 1.75,
            },
          })),
          ...levelsOf(linesOf(drawn, colours)),
        },
      ],
    };
  };
