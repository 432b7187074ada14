import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { date, timeWithSeconds } from '../lib/format.ts';
import { Tag } from '../ui/Tag.tsx';
import { type Row, short, useAuditWords } from './words.ts';

export const Outcome = ({ row }: { row: Row }) => {
  const { t } = useTranslation('audit');
  return (
    <Tag c={row.outcome === 'done' ? 'routine' : 'urgent'} look={row.outcome === 'done' ? 'tint' : 'line'}>
      {t(`outcome.${row.outcome}`)}
    </Tag>
  );
};

/** Every id of the row, with the number people know it by where it is a consult of their hospital. */
const Subjects = ({ row: { subjectIds, consults } }: { row: Row }) => {
  const numbers = new Map(consults.map(({ id, consultNo }) => [id, consultNo]));
  return (
    <ul>
      {subjectIds.map((id) => (
        <li key={id}>
          {numbers.has(id) && <b>{numbers.get(id)} </b>}
          <span className="mute">{id}</span>
        </li>
      ))}
    </ul>
  );
};

/** What is not looked at every day: whole ids and the whole hash. */
const Details = ({ row }: { row: Row }) => {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  return (
    <dl className="audit-details num">
      <dt>{t('list.action')}</dt>
      <dd>
        {words.action(row.action)} <span className="mute">{row.action}</span>
      </dd>
      <dt>{t('list.request')}</dt>
      <dd>{row.requestId}</dd>
      <dt>{t('list.hash')}</dt>
      <dd>{row.hash ?? t('unsealed')}</dd>
      {row.subjectIds.length > 0 && (
        <>
          <dt>{t('list.subject')}</dt>
          <dd>
            <Subjects row={row} />
          </dd>
        </>
      )}
    </dl>
  );
};

const useColumns = (): TableColumnsType<Row> => {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  return [
    {
      key: 'seq',
      title: t('list.seq'),
      width: 84,
      align: 'right',
      render: (_, { seq }) => seq ?? <span className="mute">{t('unsealed')}</span>,
    },
    {
      key: 'at',
      title: t('list.at'),
      width: 170,
      render: (_, { at }) => (
        <span className="num">
          {date(at)} {timeWithSeconds(at)}
        </span>
      ),
    },
    { key: 'actor', title: t('list.actor'), width: 150, render: (_, row) => words.actor(row) },
    { key: 'action', title: t('list.action'), width: 190, render: (_, row) => <b>{words.action(row.action)}</b> },
    {
      key: 'outcome',
      title: t('list.outcome'),
      render: (_, row) => (
        <>
          <Outcome row={row} /> <span className="soft">{words.reason(row)}</span>
        </>
      ),
    },
    {
      key: 'subject',
      title: t('list.subject'),
      width: 190,
      render: (_, row) => words.subject(row) ?? <span className="mute">–</span>,
    },
    {
      key: 'hash',
      title: t('list.hash'),
      width: 110,
      render: (_, row) => <code className="audit-hash">{short(row.hash) ?? '–'}</code>,
    },
  ];
};

/** Rows of the trail for a desk. */
export const AuditTable = ({ rows }: { rows: readonly Row[] }) => (
  <Table<Row>
    rowKey="id"
    size="small"
    columns={useColumns()}
    dataSource={[...rows]}
    pagination={false}
    scroll={{ x: 1_040 }}
    expandable={{ expandedRowRender: (row) => <Details row={row} /> }}
  />
);
