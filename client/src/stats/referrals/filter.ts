import type { CountedMetric, MetricPart } from '../../../../contract/referralMetrics.ts';
import { ReferralCaseFilter, ReferralFigureFilter } from '../../../../contract/referralStats.ts';
import { searchOf, useAddressFilter } from '../filter.ts';

export const useFigureFilter = () => useAddressFilter<ReferralFigureFilter>(ReferralFigureFilter);
/** The address may leave out metric and part; then all referrals sent are meant. */
export type ListFilter = Partial<ReferralCaseFilter> & Pick<ReferralCaseFilter, 'from' | 'to'>;
export const useListFilter = () => useAddressFilter<ListFilter>(ReferralCaseFilter);

type Narrower = Partial<ReferralCaseFilter>;

/** The list behind a figure: the page's filter, narrowed to what the figure counts. */
export const listLink = (filter: ReferralFigureFilter, narrower: Narrower = {}): string =>
  `/stats/referrals/cases?${searchOf({ ...filter, ...narrower })}`;

export const partLink = (filter: ReferralFigureFilter, metric: CountedMetric, part: MetricPart): string =>
  listLink(filter, { metric, part });
