import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseRow } from '../../../contract/stats.ts';
import { dateTime } from '../lib/format.ts';
import { Tag, UrgencyTag } from '../ui/Tag.tsx';
import { useCaseWords } from './caseWords.ts';

const Response = ({ row }: { row: CaseRow }) => {
  const { t } = useTranslation('stats');
  const { response } = useCaseWords();
  return (
    <span className="num">
      {response(row)}{' '}
      {row.late && row.responseSeconds !== null && (
        <Tag c="unmet" look="line">
          {t('response.late')}
        </Tag>
      )}
    </span>
  );
};

const useColumns = (): TableColumnsType<CaseRow> => {
  const { t } = useTranslation(['stats', 'consults']);
  const { who } = useCaseWords();
  return [
    { key: 'urgency', title: t('list.urgency'), width: 92, render: (_, row) => <UrgencyTag urgency={row.urgency} /> },
    {
      key: 'no',
      title: t('list.no'),
      width: 170,
      render: (_, row) => (
        <span className="num">{row.opens ? <Link to={`/consults/${row.id}`}>{row.consultNo}</Link> : row.consultNo}</span>
      ),
    },
    { key: 'who', title: t('list.patient'), width: 110, render: (_, row) => who(row) },
    { key: 'dx', title: t('list.dx'), width: 80, render: (_, row) => <span className="num">{row.dxCode ?? '–'}</span> },
    { key: 'way', title: t('list.way'), render: (_, row) => `${row.from.shortName} → ${row.to.shortName}·${row.toDepartment}` },
    { key: 'sent', title: t('list.sent'), width: 170, render: (_, row) => <span className="num">{dateTime(row.sentAt)}</span> },
    { key: 'response', title: t('list.response'), width: 170, render: (_, row) => <Response row={row} /> },
    { key: 'status', title: t('list.status'), width: 110, render: (_, row) => t(`consults:status.${row.status}`) },
  ];
};

/** De-identified rows for a desk; a number that is a link opens the case. */
export const CaseTable = ({ rows }: { rows: readonly CaseRow[] }) => (
  <Table<CaseRow>
    rowKey="id"
    size="small"
    columns={useColumns()}
    dataSource={[...rows]}
    pagination={false}
    scroll={{ x: 1_000 }}
  />
);
