import { z } from 'zod';
import type { Flag, NodeCode } from './emergencyNodes.ts';
import { type CenterRules, fits, type IntervalRule, type MetricRule, type ShareRule } from './emergencyRules.ts';
import type { EmergencyOutcome } from './emergencySteps.ts';

/** `invalid`: the second event before the first. A missing node is missing: never met, and never left out. */
export const MetricState = z.enum(['met', 'unmet', 'missing', 'notEligible', 'invalid', 'watched']);
export type MetricState = z.infer<typeof MetricState>;

export const MetricValue = z.object({
  code: z.string(),
  state: MetricState,
  /** Between the two events; null while one is unknown. */
  seconds: z.number().int().nullable(),
  /** What was measured, of a metric of a value. */
  value: z.number().nullable(),
  /** How many of the aims beyond the target were reached. */
  aims: z.number().int(),
  /** When the target runs out; null where nothing is owed any more or the first event is unknown. */
  dueAt: z.iso.datetime().nullable(),
  /** More than a day: probably a wrong date. */
  long: z.boolean(),
});
export type MetricValue = z.infer<typeof MetricValue>;

/** The one shown time of each node. */
export type NodeTimes = ReadonlyMap<NodeCode, { at: Date; value: number | null }>;
interface Facts {
  nodes: NodeTimes;
  flags: ReadonlySet<Flag>;
  /** Null while the case is open. */
  outcome: EmergencyOutcome | null;
}

const DAY_S = 86_400;
const NOTHING = { seconds: null, value: null, aims: 0, dueAt: null, long: false } as const;

const latest = (nodes: NodeTimes, codes: readonly NodeCode[]): Date | null => {
  const times = codes.map((code) => nodes.get(code)?.at.getTime());
  return times.every((time) => time !== undefined) ? new Date(Math.max(...(times as number[]))) : null;
};

const judged = ({ target, least = 0 }: IntervalRule, seconds: number): MetricState => {
  if (target === null) return 'watched';
  return seconds <= target && seconds >= least ? 'met' : 'unmet';
};

const intervalOf = (rule: IntervalRule, { nodes }: Facts): Omit<MetricValue, 'code'> => {
  const [from, to] = [nodes.get(rule.from)?.at, latest(nodes, rule.to)];
  const owed = from && !to && rule.target !== null ? new Date(from.getTime() + rule.target * 1000).toISOString() : null;
  if (!(from && to)) return { ...NOTHING, state: 'missing', dueAt: owed };
  const seconds = Math.trunc((to.getTime() - from.getTime()) / 1000);
  if (seconds < 0 && !rule.mayPrecede) return { ...NOTHING, state: 'invalid', seconds };
  const state = rule.mayPrecede && seconds < 0 ? 'met' : judged(rule, seconds);
  return { ...NOTHING, state, seconds, aims: rule.aims.filter((aim) => seconds <= aim).length, long: seconds > DAY_S };
};

const measuredOf = (
  { node, least, most }: Extract<MetricRule, { kind: 'value' }>,
  { nodes }: Facts,
): Omit<MetricValue, 'code'> => {
  const value = nodes.get(node)?.value ?? null;
  if (value === null) return { ...NOTHING, state: 'missing' };
  return { ...NOTHING, value, state: value >= least && value <= most ? 'met' : 'unmet' };
};

/** Whether the window of a share was open; null while nobody knows. */
const within = ({ within: window }: ShareRule, nodes: NodeTimes): boolean | null => {
  if (!window) return true;
  const [from, to] = [nodes.get(window.from)?.at, nodes.get(window.to)?.at];
  return from && to ? to.getTime() - from.getTime() <= window.most * 1000 : null;
};

const doneIn = ({ any, before }: ShareRule, nodes: NodeTimes): boolean => {
  const limit = before && nodes.get(before)?.at;
  return any.some((code) => {
    const at = nodes.get(code)?.at;
    return at !== undefined && (!limit || at <= limit);
  });
};

const sharedOf = (rule: ShareRule, { nodes }: Facts): Omit<MetricValue, 'code'> => {
  const open = within(rule, nodes);
  if (open === false) return { ...NOTHING, state: 'notEligible' };
  return { ...NOTHING, state: open === null ? 'missing' : doneIn(rule, nodes) ? 'met' : 'unmet' };
};

const endedOf = ({ not }: { not: readonly EmergencyOutcome[] }, { outcome }: Facts): Omit<MetricValue, 'code'> => ({
  ...NOTHING,
  state: outcome === null ? 'missing' : not.includes(outcome) ? 'unmet' : 'met',
});

const judgedBy = (rule: MetricRule, facts: Facts): Omit<MetricValue, 'code'> => {
  switch (rule.kind) {
    case 'interval':
      return intervalOf(rule, facts);
    case 'value':
      return measuredOf(rule, facts);
    case 'share':
      return sharedOf(rule, facts);
    case 'outcome':
      return endedOf(rule, facts);
  }
};

/** What a metric says of one case. Whole seconds; exactly the target is met. */
export const metricOf = (rule: MetricRule, facts: Facts): MetricValue => {
  if (!fits(rule.eligible, facts.flags)) return { ...NOTHING, code: rule.code, state: 'notEligible' };
  return { code: rule.code, ...judgedBy(rule, facts) };
};

export const metricsOf = ({ metrics }: CenterRules, facts: Facts): MetricValue[] => metrics.map((rule) => metricOf(rule, facts));

/** The nodes that this case should have and has not, in the center's order. */
export const gapsOf = ({ nodes: rules }: CenterRules, { nodes, flags }: Pick<Facts, 'nodes' | 'flags'>): NodeCode[] =>
  rules.filter(({ code, required }) => required && fits(required, flags) && !nodes.has(code)).map(({ code }) => code);

/** How many of the nodes that it should have it has (K18). */
export const completeness = (
  rules: CenterRules,
  facts: Pick<Facts, 'nodes' | 'flags'>,
): { recorded: number; required: number } => {
  const required = rules.nodes.filter((node) => node.required && fits(node.required, facts.flags)).length;
  return { recorded: required - gapsOf(rules, facts).length, required };
};
