import type { MetricState } from '../../../../contract/emergencyMetrics.ts';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { type CenterFilter, emergencyStats } from '../../../../contract/emergencyStats.ts';
import { searchOf, useAddressFilter } from '../filter.ts';

export interface Narrower {
  metric?: string;
  state?: MetricState;
  gap?: NodeCode;
}
export type ListFilter = CenterFilter & Narrower;

const { after: _after, limit: _limit, ...shape } = emergencyStats.cases.input.shape;

/** The page remembers the picked metric as the list does; an address without a center means the first. */
export const useListFilter = () => {
  const { filter, ...rest } = useAddressFilter<Partial<ListFilter> & Pick<CenterFilter, 'from' | 'to'>>({ shape });
  return { filter: { ...filter, center: filter.center ?? 'chestPain' } as ListFilter, ...rest };
};

/** What the figures are of; the picked metric changes none of them. */
export const figureFilter = ({ from, to, center, hospitalId }: ListFilter): CenterFilter => ({
  from,
  to,
  center,
  ...(hospitalId && { hospitalId }),
});

/** The list behind a figure: the page's filter, narrowed to what the figure counts. */
export const listLink = (filter: CenterFilter, narrower: Narrower & { from?: string; to?: string } = {}): string =>
  `/stats/emergencies/cases?${searchOf({ ...filter, ...narrower })}`;
