import { date, timeWithSeconds } from '../lib/format.ts';
import { Outcome } from './AuditTable.tsx';
import { type Row, short, useAuditWords } from './words.ts';

/** The same rows in the hand. */
export const AuditLines = ({ rows }: { rows: readonly Row[] }) => {
  const words = useAuditWords();
  return (
    <ol className="audit-lines">
      {rows.map((row) => (
        <li key={row.id}>
          <span className="row">
            <b>{words.action(row.action)}</b>
            <Outcome row={row} />
          </span>
          <span className="soft">{[words.actor(row), words.subject(row), words.reason(row)].filter(Boolean).join('·')}</span>
          <small className="mute num">
            {date(row.at)} {timeWithSeconds(row.at)} #{row.seq ?? '–'} <code className="audit-hash">{short(row.hash)}</code>
          </small>
        </li>
      ))}
    </ol>
  );
};
