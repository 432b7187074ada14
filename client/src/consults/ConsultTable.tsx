import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConsultRow } from '../../../contract/consults.ts';
import { dateTime } from '../lib/format.ts';
import { Clock } from '../ui/Clock.tsx';
import { Owner } from '../ui/Owner.tsx';
import { Tag, UrgencyTag } from '../ui/Tag.tsx';
import { RowVerb } from './RowVerb.tsx';
import { useOwner, usePatientWords, useTitle } from './words.ts';

const useColumns = (): TableColumnsType<ConsultRow> => {
  const { t } = useTranslation('consults');
  const title = useTitle();
  const patient = usePatientWords();
  const owner = useOwner();
  return [
    { key: 'urgency', title: t('field.urgency'), width: 92, render: (_, row) => <UrgencyTag urgency={row.urgency} /> },
    {
      key: 'title',
      title: t('list.case'),
      render: (_, row) => (
        <>
          <Link to={`/consults/${row.id}`}>
            <b>{title(row)}</b>
          </Link>
          <small className="mute list-line">{patient.full(row.patient)}</small>
        </>
      ),
    },
    {
      key: 'way',
      title: t('list.way'),
      render: (_, row) => (
        <>
          {row.from.shortName} → {row.to.shortName}
          <small className="mute num list-line">{row.consultNo}</small>
        </>
      ),
    },
    {
      key: 'owner',
      title: t('list.owner'),
      width: 190,
      render: (_, row) => (row.owner ? <Owner {...owner(row)} /> : <Tag c="routine">{t(`status.${row.status}`)}</Tag>),
    },
    { key: 'sent', title: t('list.sent'), width: 120, render: (_, row) => <span className="num">{dateTime(row.sentAt)}</span> },
    {
      key: 'clock',
      title: t('list.clock'),
      width: 124,
      render: (_, row) => row.clock && <Clock startedAt={row.clock.startedAt} dueAt={row.clock.dueAt} c={row.urgency} />,
    },
    { key: 'verb', title: <span className="unseen">{t('list.do')}</span>, width: 100, render: (_, row) => <RowVerb row={row} /> },
  ];
};

/** The same rows for a desk. */
export const ConsultTable = ({ rows }: { rows: readonly ConsultRow[] }) => (
  <Table<ConsultRow>
    rowKey="id"
    size="middle"
    columns={useColumns()}
    dataSource={[...rows]}
    pagination={false}
    scroll={{ x: 900 }}
  />
);
