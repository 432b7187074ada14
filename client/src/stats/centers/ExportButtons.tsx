import type { CenterFilter } from '../../../../contract/emergencyStats.ts';
import { ExportButtons as Buttons } from '../ExportButtons.tsx';

/** 上报: the center's cases with all nodes and metrics as a file. */
export const ExportButtons = ({ filter }: { filter: CenterFilter }) => (
  <Buttons path="/api/stats/emergencies/table" filter={filter} name={`${filter.center}-${filter.from}-${filter.to}`} />
);
