import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import type { Rescue } from './rescue.ts';

export interface CaseProps {
  rescue: Rescue;
  /** When the server last answered, device time. */
  since: number;
  /** The node that the big button is for. */
  next: NodeCode | null;
  onCheck: () => void;
}
