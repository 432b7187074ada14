import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReferralCaseRow } from '../../../../contract/referralStats.ts';
import { dateTime } from '../../lib/format.ts';
import { UrgencyTag } from '../../ui/Tag.tsx';
import { CaseNumber } from './CaseNumber.tsx';
import { useRowWords } from './rowWords.ts';

const useColumns = (): TableColumnsType<ReferralCaseRow> => {
  const { t } = useTranslation(['stats', 'referrals']);
  const { who, way, kind, state, answer } = useRowWords();
  return [
    { key: 'urgency', title: t('list.urgency'), width: 92, render: (_, row) => <UrgencyTag urgency={row.urgency} /> },
    { key: 'no', title: t('referral.list.no'), width: 190, render: (_, row) => <CaseNumber row={row} /> },
    { key: 'kind', title: t('referral.list.kind'), width: 120, render: (_, row) => kind(row) ?? '–' },
    { key: 'who', title: t('list.patient'), width: 110, render: (_, row) => who(row) },
    { key: 'dx', title: t('list.dx'), width: 90, render: (_, row) => <span className="num">{row.dxCode || '–'}</span> },
    { key: 'way', title: t('list.way'), render: (_, row) => way(row) },
    { key: 'at', title: t('referral.list.at'), width: 170, render: (_, row) => <span className="num">{dateTime(row.at)}</span> },
    { key: 'state', title: t('list.status'), width: 130, render: (_, row) => state(row) },
    { key: 'answer', title: t('referral.list.answer'), width: 150, render: (_, row) => answer(row) ?? '–' },
  ];
};

/** De-identified rows for a desk; a number that is a link opens the case. */
export const CaseTable = ({ rows }: { rows: readonly ReferralCaseRow[] }) => (
  <Table<ReferralCaseRow>
    rowKey="id"
    size="small"
    columns={useColumns()}
    dataSource={[...rows]}
    pagination={false}
    scroll={{ x: 1_150 }}
  />
);
