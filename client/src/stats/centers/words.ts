import { useTranslation } from 'react-i18next';
import type { MetricRule, ShareRule } from '../../../../contract/emergencyRules.ts';
import { number } from '../../lib/format.ts';
import { monthName } from '../months.ts';
import { useHospitals } from '../useHospitals.ts';
import type { ListFilter } from './filter.ts';

/** Seconds per unit: what must be done within a minute is said in seconds, all else in minutes. */
export const scaleOf = (rule: MetricRule): number =>
  rule.kind === 'interval' && rule.target !== null && rule.target <= 60 ? 1 : 60;

/** How a metric says what it is, how long it took and how long it may take. */
export const useMetricWords = () => {
  const { t } = useTranslation(['stats', 'emergency']);
  const unit = (rule: MetricRule): string => t(scaleOf(rule) === 1 ? 'centers.seconds' : 'unit.minutes');
  const inUnits = (seconds: number, rule: MetricRule): string => number(seconds / scaleOf(rule), { maximumFractionDigits: 1 });
  const target = (rule: MetricRule): string | null => {
    if (rule.kind === 'value') return `${number(rule.least)}–${number(rule.most)}`;
    if (rule.kind !== 'interval') return null;
    if (rule.target === null) return null;
    const most = inUnits(rule.target, rule);
    const n = rule.least === undefined ? `≤ ${most}` : `${inUnits(rule.least, rule)}–${most}`;
    return t('unit.span', { n, unit: unit(rule) });
  };
  const node = (code: string): string => t(`emergency:node.${code}`);
  /** What has to have been done, and of which cases. */
  const shared = ({ any, before, within }: ShareRule): string =>
    [
      t('centers.metrics.any', { nodes: any.map(node).join(' / ') }),
      before && t('centers.metrics.before', { node: node(before) }),
      within && `${node(within.to)} − ${node(within.from)} ≤ ${t('unit.span', { n: within.most / 60, unit: t('unit.minutes') })}`,
    ]
      .filter(Boolean)
      .join('·');
  return {
    name: (code: string): string => t(`emergency:metric.${code}`),
    node,
    unit,
    target,
    span: (seconds: number | null, rule: MetricRule): string =>
      seconds === null ? '–' : t('unit.span', { n: inUnits(seconds, rule), unit: unit(rule) }),
    /** From which node to which it is counted, and the target. */
    formula: (rule: MetricRule): string => {
      if (rule.kind === 'outcome')
        return t('centers.metrics.ended', { outcomes: rule.not.map((one) => t(`emergency:outcome.${one}`)).join(' / ') });
      if (rule.kind === 'share') return shared(rule);
      const from = rule.kind === 'value' ? node(rule.node) : `${rule.to.map(node).join(' + ')} − ${node(rule.from)}`;
      return [from, target(rule) ?? t('centers.metrics.watched')].join('·');
    },
  };
};

/** A filter as people say it: its months, its center, and each thing it is narrowed to. */
export const useFilterWords = ({ from, to, center, hospitalId, metric, state, gap }: ListFilter) => {
  const { t } = useTranslation(['stats', 'emergency']);
  const { nameOf } = useHospitals();
  const { name, node } = useMetricWords();
  return {
    months: from === to ? monthName(from) : `${monthName(from)} – ${monthName(to)}`,
    center: t(`emergency:center.${center}`),
    words: {
      ...(hospitalId && { hospitalId: nameOf(hospitalId) ?? '…' }),
      ...(metric && { metric: name(metric) }),
      ...(state && { state: t(`emergency:state.${state}`) }),
      ...(gap && { gap: t('centers.gaps.lacks', { node: node(gap) }) }),
    },
  };
};
