import { Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReferralRow } from '../../../contract/referrals.ts';
import { dateTime } from '../lib/format.ts';
import { Owner } from '../ui/Owner.tsx';
import { UrgencyTag } from '../ui/Tag.tsx';
import { BulkBar } from './BulkBar.tsx';
import { useOwnerWords } from './ownerWords.ts';
import { RowClock } from './RowClock.tsx';
import { RowVerb } from './RowVerb.tsx';
import { useRowWords } from './rowWords.ts';
import { DirectionTag, LaneTag, StatusTag } from './Tags.tsx';

const useColumns = (): TableColumnsType<ReferralRow> => {
  const { t } = useTranslation('referrals');
  const words = useRowWords();
  const owner = useOwnerWords();
  return [
    {
      key: 'kind',
      title: t('list.kind'),
      width: 176,
      render: (_, row) => (
        <span className="rtags">
          <DirectionTag direction={row.direction} />
          <UrgencyTag urgency={row.urgency} />
          <LaneTag lane={row.lane} />
        </span>
      ),
    },
    {
      key: 'case',
      title: t('list.case'),
      render: (_, row) => (
        <>
          <Link to={`/referrals/${row.id}`} data-open>
            <b>{words(row).title}</b>
          </Link>
          <small className="mute rline">{words(row).patient}</small>
        </>
      ),
    },
    {
      key: 'way',
      title: t('list.way'),
      render: (_, row) => (
        <>
          {words(row).way}
          <small className="mute num rline">{row.referralNo}</small>
        </>
      ),
    },
    { key: 'status', title: t('list.status'), width: 128, render: (_, row) => <StatusTag status={row.status} /> },
    {
      key: 'owner',
      title: t('list.owner'),
      width: 200,
      render: (_, row) => {
        const turn = owner(row);
        return turn && <Owner {...turn} />;
      },
    },
    {
      key: 'sent',
      title: t('list.sent'),
      width: 116,
      render: (_, row) => row.submittedAt && <span className="num">{dateTime(row.submittedAt)}</span>,
    },
    { key: 'clock', title: t('list.clock'), width: 124, render: (_, row) => row.clock && <RowClock row={row} /> },
    { key: 'verb', title: <span className="unseen">{t('list.do')}</span>, width: 112, render: (_, row) => <RowVerb row={row} /> },
  ];
};

/** The same rows for a desk; those that are picked are printed together. */
export const ReferralTable = ({ rows }: { rows: readonly ReferralRow[] }) => {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const columns = useColumns();
  const shown = new Set(rows.map(({ id }) => id));
  const ids = picked.filter((id) => shown.has(id));
  return (
    <>
      <BulkBar ids={ids} onClear={() => setPicked([])} />
      <div data-cards>
        <Table<ReferralRow>
          rowKey="id"
          size="middle"
          columns={columns}
          dataSource={[...rows]}
          rowSelection={{
            selectedRowKeys: ids,
            onChange: (keys) => setPicked(keys.map(String)),
            getCheckboxProps: ({ referralNo }) => ({ 'aria-label': referralNo }),
          }}
          pagination={false}
          scroll={{ x: 1080 }}
        />
      </div>
    </>
  );
};
