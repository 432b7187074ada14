import { BarChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type ECElementEvent, type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useAppearance } from '../app/appearance.ts';
import { type Colours, readColours } from './colours.ts';

use([BarChart, LineChart, SankeyChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export interface Picked {
  series: string;
  at: number;
  /** Of a flow: an end of it or the way between two. */
  kind: string | undefined;
}

interface Props {
  option: (colours: Colours) => EChartsCoreOption;
  /** Says what is drawn; the numbers stand in a table beside it. */
  label: string;
  onPick: (picked: Picked) => void;
}

/** The text area of an A4 page in CSS pixels: drawn at this size, its letters are as large as those around it. */
const PAPER = { width: 700, height: 230 };

/** Drawn anew at this size, or at that of its box; paper of another width scales what is drawn. */
const draw = (chart: ECharts, size?: typeof PAPER): void => {
  chart.resize(size);
  chart.getZr().flush();
  chart.getDom().querySelector('svg')?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
};

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
    chart.on('click', ({ seriesId, dataIndex, dataType }: ECElementEvent) =>
      pick.current({ series: String(seriesId), at: dataIndex, kind: dataType }),
    );
    const fit = () => draw(chart);
    const print = () => draw(chart, PAPER);
    const resized = new ResizeObserver(fit);
    resized.observe(box.current!);
    window.addEventListener('beforeprint', print);
    window.addEventListener('afterprint', fit);
    return () => {
      resized.disconnect();
      window.removeEventListener('beforeprint', print);
      window.removeEventListener('afterprint', fit);
      chart.dispose();
    };
  }, [option, dark]);
  return <div ref={box} className="stats-chart" role="img" aria-label={label} />;
};
