import type { ReferralCaseRow } from '../../../../contract/referralStats.ts';
import { UrgencyTag } from '../../ui/Tag.tsx';
import { LineFrame } from '../LineFrame.tsx';
import { CaseNumber } from './CaseNumber.tsx';
import { useRowWords } from './rowWords.ts';

/** A row of the table in the hand. */
export const CaseLine = ({ row }: { row: ReferralCaseRow }) => {
  const { who, way, kind, state, answer } = useRowWords();
  return (
    <LineFrame
      mark={<UrgencyTag urgency={row.urgency} />}
      dxCode={row.dxCode}
      who={who(row)}
      at={row.at}
      way={way(row)}
      state={[kind(row), state(row), answer(row)].filter(Boolean).join('·')}
      no={<CaseNumber row={row} />}
    />
  );
};
