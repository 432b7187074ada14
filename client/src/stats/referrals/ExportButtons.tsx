import { ExportButtons as Buttons } from '../ExportButtons.tsx';
import type { ListFilter } from './filter.ts';

/** The list under this filter as a file. */
export const ExportButtons = ({ filter }: { filter: ListFilter }) => {
  const { metric = 'K15', from, to } = filter;
  return <Buttons path="/api/stats/referrals/export" filter={filter} name={`${metric}-${from}-${to}`} />;
};
