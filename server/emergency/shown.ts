import type { NodeTimes } from '../../contract/emergencyMetrics.ts';
import { type NodeCode as Node, NodeCode, StampSource } from '../../contract/emergencyNodes.ts';
import type { Timepoint } from '../db/generated/client.ts';

type Timed = Timepoint & { at: Date };

const rank = ({ source }: Timepoint): number => StampSource.options.indexOf(source);
const isTimed = (point: Timepoint): point is Timed => point.at !== null;

/** The most trusted source first, then the earliest; the id settles a tie, so that everybody sees the same. */
const byTrust = (one: Timed, other: Timed): number =>
  rank(one) - rank(other) || one.at.getTime() - other.at.getTime() || one.id.localeCompare(other.id);

/** Of several stamps for one node the one that counts; all of them are kept. */
export const shownOf = (points: readonly Timepoint[]): Map<Node, Timed> => {
  const replaced = new Set(points.map(({ supersedesId }) => supersedesId));
  const live = points.filter(isTimed).filter(({ id }) => !replaced.has(id));
  const shown = new Map<Node, Timed>();
  for (const point of live.toSorted(byTrust)) {
    const node = NodeCode.parse(point.node);
    if (!shown.has(node)) shown.set(node, point);
  }
  return shown;
};

export const timesOf = (shown: ReadonlyMap<Node, Timed>): NodeTimes =>
  new Map([...shown].map(([node, { at, value }]) => [node, { at, value }]));
