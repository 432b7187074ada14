import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { fits } from '../../../../contract/emergencyRules.ts';
import type { Rescue } from './rescue.ts';

/** What lies before anybody of the team is there: told afterwards, never pressed as it happens. */
const TOLD: readonly NodeCode[] = ['ONSET', 'CALL', 'LKW', 'ONSET_FOUND', 'INJURY', 'SCENE', 'DEATH'];
export const isTold = (node: NodeCode): boolean => TOLD.includes(node);

export const orderOf = ({ rules }: Pick<Rescue, 'rules'>): NodeCode[] => rules.nodes.map(({ code }) => code);

/** Whether this case should have the node. */
const asked = ({ rules, flags }: Rescue): Set<NodeCode> => {
  const known = new Set(flags);
  return new Set(rules.nodes.filter(({ required }) => required && fits(required, known)).map(({ code }) => code));
};

/** In the center's order: what has a time or should have one, and apart from it what may be recorded besides. */
export const nodesOf = (rescue: Rescue): { main: NodeCode[]; rest: NodeCode[] } => {
  const required = asked(rescue);
  const isMain = (code: NodeCode) => required.has(code) || rescue.shown.has(code);
  return { main: orderOf(rescue).filter(isMain), rest: orderOf(rescue).filter((code) => !isMain(code)) };
};

/**
 * The node that comes next: the first that is owed after the last that was recorded. What was left out before it is written
 * down afterwards, unless a target still waits for it (`awaited`).
 */
export const nextNode = (rescue: Rescue, awaited: readonly NodeCode[]): NodeCode | null => {
  const order = orderOf(rescue);
  const last = order.findLastIndex((code) => rescue.shown.has(code) && !isTold(code));
  const required = asked(rescue);
  const open = (code: NodeCode) => !rescue.shown.has(code) && !isTold(code);
  const due = (code: NodeCode, at: number) => (required.has(code) && at > last) || awaited.includes(code);
  return order.find((code, at) => open(code) && due(code, at)) ?? null;
};

/** Bounds of what is measured at a node; null where nothing is. */
export const valueAt = ({ rules }: Pick<Rescue, 'rules'>, node: NodeCode): { least: number; most: number } | null => {
  const rule = rules.metrics.find((each) => each.kind === 'value' && each.node === node);
  return rule?.kind === 'value' ? { least: rule.least, most: rule.most } : null;
};
