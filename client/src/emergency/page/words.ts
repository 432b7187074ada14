import { useTranslation } from 'react-i18next';
import type { MetricValue } from '../../../../contract/emergencyMetrics.ts';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import type { MetricRule } from '../../../../contract/emergencyRules.ts';
import { usePatientWords } from '../../consults/words.ts';
import { dateTime, daysBetween, number, timeWithSeconds } from '../../lib/format.ts';
import type { Point, Rescue } from './rescue.ts';
import { spanOf } from './spans.ts';

/** `抢救2床` stays as it is; `2` is the second bed. */
export const bedWords = (bed: string, say: (bed: string) => string): string => (/^\d+$/.test(bed.trim()) ? say(bed.trim()) : bed);

/** 6 分 08 秒. */
export const useSpan = (): ((seconds: number) => string) => {
  const { t } = useTranslation('emergencyCase');
  return (seconds) => {
    const { form, ...numbers } = spanOf(seconds);
    return (seconds < 0 ? '−' : '') + t(`span.${form}`, numbers);
  };
};

/** Whose case it is: on every button that records something (domain §0.7). */
export const useWho = (rescue: Rescue): { name: string; short: string; full: string; bed: string | null; center: string } => {
  const { t } = useTranslation(['emergencyCase', 'emergency', 'consults']);
  const words = usePatientWords();
  const { patient, center } = rescue;
  const bed = rescue.bed && bedWords(rescue.bed, (n) => t('bed', { n }));
  const name = patient.name ?? t('consults:patient.unknown');
  const what = t(`emergency:center.${center}`);
  const full = [words.full({ ...patient, name: patient.name }), patient.visitNo, bed, what].filter(Boolean).join(' ');
  return { name, bed, center: what, full, short: [name, bed, what].filter(Boolean).join(' ') };
};

/** To the second; another day is said. */
export const useMoment = (): ((at: Date) => string) => (at) =>
  daysBetween(Date.now(), at) === 0 ? timeWithSeconds(at) : dateTime(at);

/** How a time became known: its source, who wrote it down, and what is particular about it. */
export const usePointWords = (): ((point: Point) => string[]) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  return ({ source, by, precision, late, value, state, instrument }) =>
    [
      value !== null && t('node.value', { value: number(value) }),
      instrument ?? t(`emergency:source.${source}`),
      by,
      precision !== 'exact' && t(`emergency:precision.${precision}`),
      late && t('node.late'),
      state !== 'sent' && t(`node.${state}`),
    ].filter((part) => typeof part === 'string');
};

export const useNodeWord = (): ((node: NodeCode) => string) => {
  const { t } = useTranslation('emergency');
  return (node) => t(`node.${node}`);
};

/** What a metric came to beside its target: `6 分 08 秒 ≤ 10 分`, `36.4 ℃（36.5–37.5）`. */
export const useMetricWords = () => {
  const { t } = useTranslation('emergencyCase');
  const span = useSpan();
  const limit = (rule: MetricRule): string | null => {
    if (rule.kind === 'value') return t('metric.range', { least: rule.least, most: rule.most });
    if (rule.kind !== 'interval' || rule.target === null) return null;
    const most = span(rule.target);
    return rule.least ? t('metric.window', { least: span(rule.least), most }) : t('metric.most', { most });
  };
  const actual = ({ seconds, value }: MetricValue): string | null =>
    value !== null ? t('node.value', { value: number(value) }) : seconds === null ? null : span(seconds);
  return { limit, actual };
};
