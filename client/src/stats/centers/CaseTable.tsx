import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CenterCaseRow } from '../../../../contract/emergencyStats.ts';
import { dateTime } from '../../lib/format.ts';
import { CaseNumber, Verdict } from './CaseMarks.tsx';
import { useRowWords } from './rowWords.ts';

const useColumns = (judged: boolean): TableColumnsType<CenterCaseRow> => {
  const { t } = useTranslation('stats');
  const { who, way, status, took } = useRowWords();
  return [
    { key: 'no', title: t('centers.list.no'), width: 200, render: (_, row) => <CaseNumber row={row} /> },
    { key: 'way', title: t('centers.list.hospital'), render: (_, row) => way(row) },
    {
      key: 'at',
      title: t('centers.list.at'),
      width: 180,
      render: (_, row) => <span className="num">{dateTime(row.startedAt)}</span>,
    },
    { key: 'who', title: t('list.patient'), width: 130, render: (_, row) => who(row) },
    { key: 'status', title: t('list.status'), width: 120, render: (_, row) => status(row) },
    ...(judged
      ? ([
          { key: 'state', title: t('centers.list.state'), width: 150, render: (_, row) => <Verdict row={row} /> },
          {
            key: 'took',
            title: t('centers.list.took'),
            width: 120,
            align: 'right',
            render: (_, row) => <span className="num">{took(row) ?? '–'}</span>,
          },
        ] satisfies TableColumnsType<CenterCaseRow>)
      : []),
  ];
};

/** De-identified rows for a desk; a number that is a link opens the case. */
export const CaseTable = ({ rows }: { rows: readonly CenterCaseRow[] }) => (
  <Table<CenterCaseRow>
    rowKey="id"
    size="small"
    columns={useColumns(rows.some(({ state }) => state !== null))}
    dataSource={[...rows]}
    pagination={false}
    scroll={{ x: 900 }}
  />
);
