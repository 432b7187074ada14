import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import type { Point, Rescue } from './rescue.ts';

export interface TrailLine {
  point: Point;
  /** This one is shown. */
  counts: boolean;
  /** Corrected or taken back since. */
  struck: boolean;
}

/** All stamps of a node in the order in which they were made, those that no longer hold among them. */
export const trailOf = ({ points, shown }: Pick<Rescue, 'points' | 'shown'>, node: NodeCode): TrailLine[] => {
  const accepted = points.filter(({ state }) => state !== 'refused');
  const replaced = new Set(accepted.map(({ supersedesId }) => supersedesId));
  return points
    .filter((point) => point.node === node)
    .map((point) => ({ point, counts: shown.get(node)?.id === point.id, struck: replaced.has(point.id) }));
};
