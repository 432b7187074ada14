import type { CenterCaseRow } from '../../../../contract/emergencyStats.ts';
import { LineFrame } from '../LineFrame.tsx';
import { CaseNumber, Verdict } from './CaseMarks.tsx';
import { useRowWords } from './rowWords.ts';

/** A row of the table in the hand. */
export const CaseLine = ({ row }: { row: CenterCaseRow }) => {
  const { who, way, status, took } = useRowWords();
  return (
    <LineFrame
      mark={<Verdict row={row} />}
      who={who(row)}
      at={row.startedAt}
      way={way(row)}
      state={[status(row), took(row)].filter(Boolean).join('·')}
      no={<CaseNumber row={row} />}
    />
  );
};
