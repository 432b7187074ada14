import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import type { Checklist } from '../../../../contract/emergencyRules.ts';
import type { ScoreKind } from '../../../../contract/scores/index.ts';
import type { Made } from './made.ts';
import type { Rescue } from './rescue.ts';

export type VerbSheet = 'identify' | 'standDown' | 'close' | 'reopen' | 'review';

/** What is being written: held above both layouts, so that a tablet that is turned loses nothing. */
export type OpenSheet =
  | { name: 'pick' }
  | { name: 'late'; node: NodeCode | null }
  | { name: 'node'; node: NodeCode }
  | { name: 'therapy'; made: Made; several: boolean }
  | { name: 'check'; list: Checklist }
  | { name: 'score'; kind: ScoreKind }
  | { name: VerbSheet };

export interface CaseProps {
  rescue: Rescue;
  /** When the server last answered, device time. */
  since: number;
  /** The node that the big button is for. */
  node: NodeCode | null;
  /** The button has just been pressed. */
  resting: boolean;
  onRecord: (made: Made) => void;
  /** What the button recorded last, while one tap takes it back. */
  last: Made | null;
  onUndo: (made: Made) => void;
  open: (sheet: OpenSheet) => void;
}
/** The way to its checklist, where there is one that may be gone through now. */
export const checkOf = ({ rescue, open }: Pick<CaseProps, 'rescue' | 'open'>): (() => void) | null => {
  const [list] = rescue.rules.checklists;
  return list && rescue.emergency && rescue.status === 'active' ? () => open({ name: 'check', list }) : null;
};
