import type { EChartsCoreOption } from 'echarts/core';
import { countAxis, gridOf, levelsOf, monthAxis, textOf, tooltipOf } from '../chartParts.ts';
import type { Colours } from '../colours.ts';
import { FEW } from '../words.ts';
import type { Point } from './limits.ts';

interface Drawn {
  months: readonly string[];
  points: readonly (Point | null)[];
  centre: { at: number; name: string } | null;
  /** The names of both limits. */
  upper: string;
  lower: string;
  /** What is said when a month is pointed at. */
  tips: readonly string[];
}

const CROSS = 'path://M0,2L2,0L6,4L10,0L12,2L8,6L12,10L10,12L6,8L2,12L0,10L4,6Z';
const percents = (share: number | undefined): number | null => (share === undefined ? null : share * 100);

/** Outside the limits a cross, of few hollow and grey, else filled. */
const lookOf = (point: Point | null, colours: Colours) => {
  if (point?.breach) return { symbol: CROSS, symbolSize: 13, itemStyle: { color: colours.unmet } };
  const few = point !== null && point.n < FEW;
  return {
    itemStyle: {
      color: few ? colours.card : colours.shan,
      borderColor: few ? colours.missing : colours.shan,
      borderWidth: 1.75,
    },
  };
};

/** A step at each month, and a bar of its own where its neighbours have none. */
const limit = (id: 'upper' | 'lower', { points, ...drawn }: Drawn, colours: Colours) => ({
  id,
  type: 'line',
  step: 'middle',
  symbol: 'rect',
  symbolSize: [16, 1.5],
  silent: true,
  lineStyle: { color: colours['line-strong'], width: 1.25 },
  itemStyle: { color: colours['line-strong'] },
  data: points.map((point) => percents(point?.[id])),
  endLabel: { show: true, formatter: drawn[id], color: colours['ink-3'] },
});

/** The share of each month within stepped limits; its mean is dotted. */
export const shareOption =
  (drawn: Drawn) =>
  (colours: Colours): EChartsCoreOption => ({
    textStyle: textOf(colours),
    grid: gridOf(44),
    xAxis: monthAxis(drawn.months, colours),
    yAxis: { ...countAxis(colours, '%'), min: 0, max: 100 },
    tooltip: {
      ...tooltipOf(colours),
      axisPointer: { type: 'line' },
      formatter: ([first]: { dataIndex: number }[]) => drawn.tips[first!.dataIndex]!,
    },
    series: [
      limit('upper', drawn, colours),
      limit('lower', drawn, colours),
      {
        id: 'share',
        type: 'line',
        symbol: 'circle',
        symbolSize: 8,
        showSymbol: true,
        cursor: 'pointer',
        z: 3,
        lineStyle: { color: colours.shan, width: 2 },
        data: drawn.points.map((point) => ({ value: percents(point?.share), ...lookOf(point, colours) })),
        ...(drawn.centre &&
          levelsOf([
            {
              at: drawn.centre.at * 100,
              name: drawn.centre.name,
              colour: colours['ink-2'],
              type: 'dotted',
              label: 'insideStartTop',
            },
          ])),
      },
    ],
  });
