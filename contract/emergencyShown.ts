import type { NodeTimes } from './emergencyMetrics.ts';
import { NodeCode, StampSource } from './emergencyNodes.ts';

/** As much of a stamp as decides which of several is shown. */
export interface Stamped {
  id: string;
  node: string;
  at: Date | null;
  source: StampSource;
  value: number | null;
  supersedesId: string | null;
}
export type Timed<P extends Stamped> = P & { at: Date };

const rank = ({ source }: Stamped): number => StampSource.options.indexOf(source);
const isTimed = <P extends Stamped>(point: P): point is Timed<P> => point.at !== null;

/** The most trusted source first, then the earliest; the id settles a tie, so that everybody sees the same. */
const byTrust = (one: Timed<Stamped>, other: Timed<Stamped>): number =>
  rank(one) - rank(other) || one.at.getTime() - other.at.getTime() || one.id.localeCompare(other.id);

/** Of several stamps for one node the one that counts; all of them are kept. */
export const shownOf = <P extends Stamped>(points: readonly P[]): Map<NodeCode, Timed<P>> => {
  const replaced = new Set(points.map(({ supersedesId }) => supersedesId));
  const live = points.filter(isTimed).filter(({ id }) => !replaced.has(id));
  const shown = new Map<NodeCode, Timed<P>>();
  for (const point of live.toSorted(byTrust)) {
    const node = NodeCode.parse(point.node);
    if (!shown.has(node)) shown.set(node, point);
  }
  return shown;
};

export const timesOf = (shown: ReadonlyMap<NodeCode, Timed<Stamped>>): NodeTimes =>
  new Map([...shown].map(([node, { at, value }]) => [node, { at, value }]));
