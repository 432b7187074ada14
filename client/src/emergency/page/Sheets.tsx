import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { CheckSheet } from './CheckSheet.tsx';
import { CloseSheet } from './CloseSheet.tsx';
import type { OpenSheet, VerbSheet } from './caseProps.ts';
import { IdentifySheet } from './IdentifySheet.tsx';
import { LateSheet } from './LateSheet.tsx';
import type { Made } from './made.ts';
import { NodeSheet } from './NodeSheet.tsx';
import { NotedSheet } from './NotedSheet.tsx';
import { PickSheet } from './PickSheet.tsx';
import { ReviewSheet } from './ReviewSheet.tsx';
import type { Rescue } from './rescue.ts';
import { ScoreSheet } from './scores/ScoreSheet.tsx';
import { TherapySheet } from './TherapySheet.tsx';

const VERBS = { identify: IdentifySheet, standDown: NotedSheet, close: CloseSheet, reopen: NotedSheet, review: ReviewSheet };

interface Props {
  rescue: Rescue;
  sheet: OpenSheet;
  onPick: (node: NodeCode) => void;
  onRecord: (made: Made) => void;
  onClose: () => void;
}

const Verb = ({ rescue, name, onClose }: Pick<Props, 'rescue' | 'onClose'> & { name: VerbSheet }) => {
  const Sheet = VERBS[name];
  return rescue.emergency && <Sheet rescue={rescue} emergency={rescue.emergency} name={name} onClose={onClose} />;
};

/** The form that is open. */
export const Sheets = ({ rescue, sheet, onPick, onRecord, onClose }: Props) => {
  const shared = { rescue, onClose };
  switch (sheet.name) {
    case 'pick':
      return <PickSheet {...shared} onPick={onPick} />;
    case 'late':
      return <LateSheet {...shared} node={sheet.node} onRecord={onRecord} />;
    case 'node':
      return rescue.shown.has(sheet.node) ? (
        <NodeSheet {...shared} node={sheet.node} />
      ) : (
        <LateSheet {...shared} node={sheet.node} onRecord={onRecord} />
      );
    case 'therapy':
      return <TherapySheet {...shared} made={sheet.made} several={sheet.several} onRecord={onRecord} />;
    case 'check':
      return <CheckSheet {...shared} list={sheet.list} />;
    case 'score':
      return <ScoreSheet {...shared} kind={sheet.kind} />;
    default:
      return <Verb {...shared} name={sheet.name} />;
  }
};
