import type { ReferralCaseRow } from '../../../../contract/referralStats.ts';
import { dateTime } from '../../lib/format.ts';
import { UrgencyTag } from '../../ui/Tag.tsx';
import { CaseNumber } from './CaseNumber.tsx';
import { useRowWords } from './rowWords.ts';

const Line = ({ row }: { row: ReferralCaseRow }) => {
  const { who, way, kind, state, answer } = useRowWords();
  return (
    <li className="case-line">
      <span className="row">
        <UrgencyTag urgency={row.urgency} />
        <b>{who(row)}</b>
        <span className="num">{row.dxCode}</span>
        <small className="mute end num">{dateTime(row.at)}</small>
      </span>
      <span>{way(row)}</span>
      <small className="soft num">{[kind(row), state(row), answer(row)].filter(Boolean).join('·')}</small>
      <small className="mute num">
        <CaseNumber row={row} />
      </small>
    </li>
  );
};

/** The same rows in the hand. */
export const CaseLines = ({ rows }: { rows: readonly ReferralCaseRow[] }) => (
  <ol className="case-lines">
    {rows.map((row) => (
      <Line key={row.id} row={row} />
    ))}
  </ol>
);
