import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type ECElementEvent, type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useAppearance } from '../app/appearance.ts';
import { type Colours, readColours } from './colours.ts';

use([BarChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export interface Picked {
  series: string;
  at: number;
}

interface Props {
  option: (colours: Colours) => EChartsCoreOption;
  /** Says what is drawn; the numbers stand in a table beside it. */
  label: string;
  onPick: (picked: Picked) => void;
}

/** Loaded only where a chart is. It does not move, and is drawn again when the colours change. */
export const Chart = ({ option, label, onPick }: Props) => {
  const box = useRef<HTMLDivElement>(null);
  const { dark } = useAppearance();
  const pick = useRef(onPick);
  pick.current = onPick;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, which `dark` changes
  useEffect(() => {
    const chart = init(box.current, null, { renderer: 'svg' });
    chart.setOption({ animation: false, ...option(readColours()) });
    chart.on('click', ({ seriesId, dataIndex }: ECElementEvent) => pick.current({ series: String(seriesId), at: dataIndex }));
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(box.current!);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [option, dark]);
  return <div ref={box} className="stats-chart" role="img" aria-label={label} />;
};
