import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseRow } from '../../../contract/stats.ts';
import { dateTime } from '../lib/format.ts';
import { UrgencyTag } from '../ui/Tag.tsx';
import { useCaseWords } from './caseWords.ts';

const Line = ({ row }: { row: CaseRow }) => {
  const { t } = useTranslation(['stats', 'consults']);
  const { who, response } = useCaseWords();
  return (
    <li className="case-line">
      <span className="row">
        <UrgencyTag urgency={row.urgency} />
        <b>{who(row)}</b>
        <span className="num">{row.dxCode}</span>
        <small className="mute end num">{dateTime(row.sentAt)}</small>
      </span>
      <span>
        {row.from.shortName} → {row.to.shortName}·{row.toDepartment}
      </span>
      <small className="soft num">
        {t(`consults:status.${row.status}`)}·{t('list.response')} {response(row)}
        {row.late && row.responseSeconds !== null && `·${t('response.late')}`}
      </small>
      <small className="mute num">{row.opens ? <Link to={`/consults/${row.id}`}>{row.consultNo}</Link> : row.consultNo}</small>
    </li>
  );
};

/** The same rows in the hand. */
export const CaseLines = ({ rows }: { rows: readonly CaseRow[] }) => (
  <ol className="case-lines">
    {rows.map((row) => (
      <Line key={row.id} row={row} />
    ))}
  </ol>
);
