import { useTranslation } from 'react-i18next';
import { Urgency } from '../../../contract/consults.ts';
import type { CaseFilter, ResponseFigure } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';

type Quantile = ResponseFigure['p50'];
const HOUR = 3_600;

/** From two hours on minutes say nothing any more. */
export const inHours = (seconds: number): boolean => seconds >= 2 * HOUR;

/** Seconds as `8.4 分` or `5.2 小时`, by `of` when several share a unit. */
export const useSpan = () => {
  const { t } = useTranslation('stats');
  const value = (seconds: number, of = seconds): string =>
    number(seconds / (inHours(of) ? HOUR : 60), { maximumFractionDigits: 1 });
  const unit = (of: number): string => t(inHours(of) ? 'unit.hours' : 'unit.minutes');
  return { value, unit, span: (seconds: number): string => t('unit.span', { n: value(seconds), unit: unit(seconds) }) };
};

/** A quantile in words: the unanswered count as longest, and none due is no figure at all. */
export const useQuantile = () => {
  const { t } = useTranslation('stats');
  const { span } = useSpan();
  return (quantile: Quantile): string | null => {
    if (quantile === null) return null;
    return quantile === 'unanswered' ? t('unanswered') : span(quantile);
  };
};

/** `93.2`, from parts of a whole; null of nothing. */
export const percent = (part: number, whole: number): string | null =>
  whole === 0 ? null : number((part / whole) * 100, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Below this a rate is shown as a count, and nothing is judged by it. */
export const FEW = 10;

/** The urgencies that a filter leaves. */
export const urgenciesIn = ({ urgency }: Pick<CaseFilter, 'urgency'>): readonly Urgency[] =>
  urgency ? [urgency] : Urgency.options;

/** Whether a P90 keeps the limit; null where there are too few, or where the limit counts working time and the P90 does not. */
export const keepsLimit = ({ urgency, n, p90, limitSeconds }: ResponseFigure): boolean | null => {
  if (n < FEW || p90 === null || urgency === 'routine') return null;
  return p90 !== 'unanswered' && p90 <= limitSeconds;
};
