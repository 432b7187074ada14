import type { EChartsCoreOption } from 'echarts/core';
import type { FlowEnd, ReferralStats } from '../../../../contract/referralStats.ts';
import { textOf } from '../chartParts.ts';
import type { Colours } from '../colours.ts';

interface Words {
  nameOf: (end: FlowEnd) => string;
  unit: string;
}

/** Colours of the senders, largest first; the rest are grey like those in print. */
const SERIES = ['shan', 'hai', 'trauma', 'stroke', 'maternal'] as const;

export interface Way {
  from: string;
  to: FlowEnd;
  n: number;
}

/** What can be drawn: covered flows have no width. */
export const waysOf = ({ cells }: ReferralStats['flows']): Way[] =>
  cells.flatMap(({ from, to, n }) => (typeof n === 'number' && n > 0 ? [{ from, to, n }] : []));

/** A hospital may send and receive: its two sides are two nodes. */
const ID = { from: (id: string) => `from ${id}`, to: (end: FlowEnd) => `to ${end}` };

const sumBy = (ways: readonly Way[], side: 'from' | 'to'): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const way of ways) sums.set(way[side], (sums.get(way[side]) ?? 0) + way.n);
  return new Map([...sums].sort(([, a], [, b]) => b - a));
};

/** The ends in the order of the chart's nodes: all senders, then all receivers. */
export const endsOf = (ways: readonly Way[]) => ({
  froms: [...sumBy(ways, 'from').keys()],
  tos: [...sumBy(ways, 'to').keys()] as FlowEnd[],
});

const nodes = (ways: readonly Way[], { nameOf }: Words, colours: Colours) => {
  const [froms, tos] = [sumBy(ways, 'from'), sumBy(ways, 'to')];
  const label = (end: FlowEnd, n: number, position: 'left' | 'right') => ({
    position,
    formatter: `${nameOf(end)} {n|${n}}`,
    color: colours.ink,
    rich: { n: { fontWeight: 600, color: colours.ink } },
  });
  const colourOf = (at: number) => colours[SERIES[at] ?? 'routine'];
  return [
    ...[...froms].map(([id, n], at) => ({
      name: ID.from(id),
      depth: 0,
      itemStyle: { color: colourOf(at) },
      label: label(id, n, 'left'),
    })),
    ...[...tos].map(([end, n]) => ({
      name: ID.to(end as FlowEnd),
      depth: 1,
      itemStyle: { color: colours['ink-2'] },
      label: label(end as FlowEnd, n, 'right'),
    })),
  ];
};

/** Senders left, receivers right; a way has the colour of its sender at 36 %. */
export const sankeyOption =
  (ways: readonly Way[], words: Words) =>
  (colours: Colours): EChartsCoreOption => ({
    textStyle: textOf(colours),
    tooltip: {
      trigger: 'item',
      backgroundColor: colours.card,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 13 },
      confine: true,
      formatter: ({ dataType, dataIndex, value }: { dataType: string; dataIndex: number; value: number }) => {
        const way = dataType === 'edge' ? ways[dataIndex] : undefined;
        return `${way ? `${words.nameOf(way.from)} → ${words.nameOf(way.to)} ` : ''}<b>${value}</b> ${words.unit}`;
      },
    },
    series: [
      {
        id: 'flow',
        type: 'sankey',
        left: 96,
        right: 132,
        top: 8,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 10,
        draggable: false,
        layoutIterations: 0,
        cursor: 'pointer',
        emphasis: { focus: 'adjacency' },
        lineStyle: { color: 'source', opacity: 0.36, curveness: 0.5 },
        data: nodes(ways, words, colours),
        links: ways.map(({ from, to, n }) => ({ source: ID.from(from), target: ID.to(to), value: n })),
      },
    ],
  });
