import type { ReferralCaseRow } from '../../../../contract/referralStats.ts';
import { LineFrame } from '../LineFrame.tsx';
import { CaseNumber } from './CaseNumber.tsx';
import { useRowWords } from './rowWords.ts';

/** A row of the table in the hand. */
export const CaseLine = ({ row }: { row: ReferralCaseRow }) => {
  const { who, way, kind, state, answer } = useRowWords();
  return (
    <LineFrame
      row={row}
      who={who(row)}
      at={row.at}
      way={way(row)}
      state={[kind(row), state(row), answer(row)].filter(Boolean).join('·')}
      no={<CaseNumber row={row} />}
    />
  );
};
