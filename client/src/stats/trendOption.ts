import type { EChartsCoreOption } from 'echarts/core';
import type { ConsultStats } from '../../../contract/stats.ts';
import { countAxis, gridOf, levelsOf, monthAxis, textOf, tooltipOf } from './chartParts.ts';
import type { Colours } from './colours.ts';
import { monthName } from './months.ts';
import { FEW } from './words.ts';

type Month = ConsultStats['trend'][number];

interface Words {
  unit: string;
  /** Seconds per unit of the axis. */
  scale: number;
  /** The limit in seconds; null where the limit counts working time and the curve does not. */
  target: number | null;
  targetName: string;
  unanswered: string;
  quantile: (quantile: Month['p90']) => string | null;
}

const units = (quantile: Month['p90'], { scale }: Words): number | null =>
  typeof quantile === 'number' ? Math.round((quantile / scale) * 10) / 10 : null;

/** Past the highest value and the target, so that an unanswered P90 stands above all that was answered. */
const topOf = (months: readonly Month[], words: Words): number => {
  const known = months.flatMap(({ p90 }) => units(p90, words) ?? []);
  const highest = Math.max(...known, (words.target ?? 0) / words.scale, 1);
  return Math.ceil((highest * 1.2) / 5) * 5;
};

const dots = (months: readonly Month[], key: 'p50' | 'p90', { words, colours }: { words: Words; colours: Colours }) => {
  const solid = key === 'p90';
  const c = colours[solid ? 'hai' : 'shan'];
  return months.map((month) => {
    const tint = month.n < FEW ? colours.missing : c;
    return {
      value: units(month[key], words),
      itemStyle: { color: solid ? tint : colours.card, borderColor: tint, borderWidth: 1.75 },
    };
  });
};

const line = (key: 'p50' | 'p90', months: readonly Month[], { words, colours }: { words: Words; colours: Colours }) => ({
  id: key,
  name: key.toUpperCase(),
  type: 'line',
  symbol: 'circle',
  symbolSize: 7,
  showSymbol: true,
  cursor: 'pointer',
  lineStyle: { color: colours[key === 'p90' ? 'hai' : 'shan'], width: 2 },
  data: dots(months, key, { words, colours }),
  endLabel: {
    show: true,
    formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? `${key.toUpperCase()} ${value}` : ''),
    color: colours[key === 'p90' ? 'hai' : 'shan'],
    fontWeight: 600,
  },
});

const targetLine = ({ target, scale, targetName }: Words, { unmet }: Colours) =>
  target !== null && levelsOf([{ at: target / scale, name: targetName, colour: unmet, type: 'dashed', label: 'insideEndTop' }]);

const tip = ({ month, n, p50, p90 }: Month, { quantile }: Words): string =>
  `${monthName(month)}　n=${n}<br>P50 <b>${quantile(p50) ?? '–'}</b><br>P90 <b>${quantile(p90) ?? '–'}</b>`;

/** P50 hollow, P90 solid, the target dashed; a month whose P90 nobody answered is a triangle at the top, one with few cases grey. */
export const trendOption =
  (months: readonly Month[], words: Words) =>
  (colours: Colours): EChartsCoreOption => {
    const top = topOf(months, words);
    const p90 = line('p90', months, { words, colours });
    return {
      textStyle: textOf(colours),
      grid: gridOf(70),
      xAxis: {
        ...monthAxis(
          months.map(({ month }) => month),
          colours,
        ),
        boundaryGap: false,
      },
      yAxis: { ...countAxis(colours, words.unit), max: top },
      tooltip: {
        ...tooltipOf(colours),
        axisPointer: { type: 'line' },
        formatter: ([first]: { dataIndex: number }[]) => tip(months[first!.dataIndex]!, words),
      },
      series: [
        line('p50', months, { words, colours }),
        { ...p90, ...targetLine(words, colours) },
        {
          id: 'unanswered',
          type: 'scatter',
          symbol: 'triangle',
          symbolSize: 11,
          symbolOffset: [0, -2],
          cursor: 'pointer',
          itemStyle: { color: colours.unmet },
          data: months.map((month) => (month.p90 === 'unanswered' ? top : null)),
        },
      ],
    };
  };
