import type { Colours } from './colours.ts';
import { monthTick } from './months.ts';

/** Room for labels around the plot. */
export const gridOf = (right: number) => ({
  left: 4,
  right,
  top: 28,
  bottom: 4,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
});

export const textOf = ({ font, 'ink-2': ink }: Colours) => ({ fontFamily: font, fontSize: 12, color: ink });

export const monthAxis = (months: readonly string[], { 'line-strong': strong, 'ink-2': ink }: Colours) => ({
  type: 'category',
  data: months.map(monthTick),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: strong } },
  axisLabel: { color: ink, lineHeight: 16, hideOverlap: true },
});

export const countAxis = ({ line, 'ink-3': ink }: Colours, name: string) => ({
  type: 'value',
  name,
  nameTextStyle: { color: ink, align: 'left' },
  nameGap: 12,
  minInterval: 1,
  splitLine: { lineStyle: { color: line } },
  axisLabel: { color: ink },
});

export const tooltipOf = ({ card, line, ink }: Colours) => ({
  trigger: 'axis',
  axisPointer: { type: 'shadow', shadowStyle: { opacity: 0.35 } },
  backgroundColor: card,
  borderColor: line,
  textStyle: { color: ink, fontSize: 13 },
  confine: true,
});

/** A level across the plot, with its name at one end. */
export interface Level {
  at: number;
  name: string;
  colour: string;
  type: 'dashed' | 'dotted';
  /** Where its name stands. */
  label: 'end' | 'insideStartTop' | 'insideEndTop';
}

export const levelsOf = (levels: readonly Level[]) => ({
  markLine: {
    silent: true,
    symbol: 'none',
    data: levels.map(({ at, name, colour, type, label }) => ({
      yAxis: at,
      lineStyle: { color: colour, type, width: 1.5 },
      label: { formatter: name, color: colour, position: label },
    })),
  },
});
