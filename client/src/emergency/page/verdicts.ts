import type { MetricValue } from '../../../../contract/emergencyMetrics.ts';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import type { MetricRule } from '../../../../contract/emergencyRules.ts';
import type { Meaning } from '../../ui/Tag.tsx';
import type { Rescue } from './rescue.ts';

export interface Verdict {
  rule: MetricRule;
  value: MetricValue;
}

/** During the rescue a screen shows times; what was reached is said after it (domain §0.9). */
export const judges = ({ status }: Pick<Rescue, 'status'>): boolean => status === 'closed' || status === 'reviewed';

/** Every metric that this case counts for, in the order of the rules. */
export const verdictsOf = ({ rules, metrics }: Pick<Rescue, 'rules' | 'metrics'>): Verdict[] =>
  rules.metrics.flatMap((rule) => {
    const value = metrics.find(({ code }) => code === rule.code);
    return value && value.state !== 'notEligible' ? [{ rule, value }] : [];
  });

const endsWith = (rule: MetricRule, node: NodeCode): boolean =>
  rule.kind === 'value' ? rule.node === node : rule.kind === 'interval' && rule.to.length === 1 && rule.to[0] === node;

/** What is said of a node that has its time: the metric that ends with it, the first where several do; nothing where the other end lacks. */
export const verdictAt = (rescue: Pick<Rescue, 'rules' | 'metrics'>, node: NodeCode): Verdict | null =>
  verdictsOf(rescue).find(({ rule, value }) => value.state !== 'missing' && endsWith(rule, node)) ?? null;

export const STATE_COLOUR: Readonly<Record<MetricValue['state'], Meaning>> = {
  met: 'met',
  unmet: 'unmet',
  missing: 'missing',
  notEligible: 'routine',
  invalid: 'urgent',
  watched: 'routine',
};
