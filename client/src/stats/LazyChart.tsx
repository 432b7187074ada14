import { type ComponentProps, lazy, Suspense } from 'react';
import './charts.css';

const Chart = lazy(async () => ({ default: (await import('./Chart.tsx')).Chart }));

/** A chart, whose place is kept while what draws it is fetched. */
export const LazyChart = (props: ComponentProps<typeof Chart>) => (
  <Suspense fallback={<div className="stats-chart" />}>
    <Chart {...props} />
  </Suspense>
);
