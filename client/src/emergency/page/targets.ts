import { metricOf } from '../../../../contract/emergencyMetrics.ts';
import { type Flag, type NodeCode, THERAPY } from '../../../../contract/emergencyNodes.ts';
import type { IntervalRule } from '../../../../contract/emergencyRules.ts';
import { timesOf } from '../../../../contract/emergencyShown.ts';
import type { Meaning } from '../../ui/Tag.tsx';
import type { Rescue } from './rescue.ts';

/** A target that runs: from what, until when, and what would end it. */
export interface Target {
  code: string;
  from: NodeCode;
  fromAt: Date;
  dueAt: Date;
  /** Earlier would be outside the window too. */
  opensAt: Date | null;
  awaits: NodeCode;
  /** Lysis that nobody has cleared: time matters, and yet nobody is to be hurried into it (domain §0.8). */
  unchecked: boolean;
}

const LYSIS: readonly NodeCode[] = ['LYSIS_START', 'BOLUS'];
export const isLysis = (node: NodeCode): boolean => LYSIS.includes(node);
/** Found, these leave no lysis to be decided on. */
const INSTEAD: readonly Flag[] = ['ppci', 'haemorrhage', 'nste'];

export const intervals = ({ rules }: Rescue): IntervalRule[] =>
  rules.metrics.filter((rule): rule is IntervalRule => rule.kind === 'interval');

/** Flags as they would be once lysis were cleared; null where there is nothing to decide any more. */
export const ifCleared = ({ rules, flags }: Rescue): Set<Flag> | null => {
  const list = rules.checklists[0];
  if (!list || flags.some((flag) => flag === list.clears || flag === list.defers || INSTEAD.includes(flag))) return null;
  return new Set([...flags, list.clears]);
};

const targetOf = (rescue: Rescue, rule: IntervalRule, dueAt: string): Target | null => {
  const from = rescue.shown.get(rule.from);
  const awaits = rule.to.find((node) => !rescue.shown.has(node));
  if (!from || !awaits) return null;
  return {
    code: rule.code,
    from: rule.from,
    fromAt: from.at,
    dueAt: new Date(dueAt),
    opensAt: rule.least ? new Date(from.at.getTime() + rule.least * 1000) : null,
    awaits,
    unchecked: isLysis(awaits) && !rescue.checked,
  };
};

/** All that runs. */
export const owed = (rescue: Rescue): Target[] => {
  const due = new Map(rescue.metrics.map(({ code, dueAt }) => [code, dueAt]));
  const cleared = ifCleared(rescue);
  const nodes = timesOf(rescue.shown);
  return intervals(rescue).flatMap((rule) => {
    const lysis = cleared && rule.to.some(isLysis);
    const dueAt = due.get(rule.code) ?? (lysis && metricOf(rule, { nodes, flags: cleared, outcome: null }).dueAt);
    return (dueAt && targetOf(rescue, rule, dueAt)) || [];
  });
};

/** Of several targets that end with the same event the first to run out. */
const soonestOfEach = (targets: readonly Target[]): Target[] => {
  const first = new Map<NodeCode, Target>();
  for (const target of targets.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime()))
    if (!first.has(target.awaits)) first.set(target.awaits, target);
  return [...first.values()];
};

/** What has been missed gives way to what can still be reached; a treatment that is owed does not. */
const behind = ({ dueAt, awaits }: Target, now: number): number => (dueAt.getTime() < now && !THERAPY.includes(awaits) ? 1 : 0);

/** What runs, the most pressing first; nothing once the rescue is over. */
export const targetsOf = (rescue: Rescue, now: number): Target[] => {
  if (rescue.status !== 'active') return [];
  return soonestOfEach(owed(rescue)).toSorted(
    (one, other) => behind(one, now) - behind(other, now) || one.dueAt.getTime() - other.dueAt.getTime(),
  );
};

export type Pressure = 'check' | 'calm' | 'soon' | 'short' | 'over';
const SOON = 0.5;
const SHORT = 0.2;
const pressure = (unchecked: boolean, share: number): Pressure => {
  if (unchecked) return 'check';
  if (share < 0) return 'over';
  if (share <= SHORT) return 'short';
  return share <= SOON ? 'soon' : 'calm';
};

export const COLOUR: Readonly<Record<Pressure, Meaning>> = {
  check: 'urgent',
  calm: 'routine',
  soon: 'urgent',
  short: 'stat',
  over: 'stat',
};

/** How pressing a target is now: `leftMs` is negative past its limit, `share` is what of the time is left. */
export const pressing = (
  target: Pick<Target, 'dueAt' | 'fromAt' | 'unchecked'>,
  now: number,
): { pressure: Pressure; leftMs: number; share: number } => {
  const leftMs = target.dueAt.getTime() - now;
  const share = leftMs / Math.max(1, target.dueAt.getTime() - target.fromAt.getTime());
  return { pressure: pressure(target.unchecked, share), leftMs, share: Math.min(1, Math.max(0, share)) };
};

/** What the targets wait for; lysis that nobody has cleared is not put forward, whoever gives it finds it among the nodes. */
export const putForward = (targets: readonly Target[]): NodeCode[] =>
  targets.filter(({ unchecked }) => !unchecked).map(({ awaits }) => awaits);
