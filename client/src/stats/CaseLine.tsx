import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseRow } from '../../../contract/stats.ts';
import { UrgencyTag } from '../ui/Tag.tsx';
import { useCaseWords } from './caseWords.ts';
import { LineFrame } from './LineFrame.tsx';

/** A row of the table in the hand. */
export const CaseLine = ({ row }: { row: CaseRow }) => {
  const { t } = useTranslation(['stats', 'consults']);
  const { who, response } = useCaseWords();
  return (
    <LineFrame
      mark={<UrgencyTag urgency={row.urgency} />}
      dxCode={row.dxCode}
      who={who(row)}
      at={row.sentAt}
      way={`${row.from.shortName} → ${row.to.shortName}·${row.toDepartment}`}
      state={
        <>
          {t(`consults:status.${row.status}`)}·{t('list.response')} {response(row)}
          {row.late && row.responseSeconds !== null && `·${t('response.late')}`}
        </>
      }
      no={row.opens ? <Link to={`/consults/${row.id}`}>{row.consultNo}</Link> : row.consultNo}
    />
  );
};
