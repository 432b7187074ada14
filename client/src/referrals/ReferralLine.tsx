import { useTranslation } from 'react-i18next';
import type { ReferralRow } from '../../../contract/referrals.ts';
import { ListRow } from '../ui/ListRow.tsx';
import { Owner } from '../ui/Owner.tsx';
import { UrgencyTag } from '../ui/Tag.tsx';
import { useOwnerWords } from './ownerWords.ts';
import { RowClock } from './RowClock.tsx';
import { RowVerb } from './RowVerb.tsx';
import { useRowWords } from './rowWords.ts';
import { StatusTag } from './Tags.tsx';
import './Rows.css';

/** One referral as a row of work; `hot` marks the one that burns most. Inside `<ol className="rows rlines">`. */
export const ReferralLine = ({ row, hot = false }: { row: ReferralRow; hot?: boolean }) => {
  const { t } = useTranslation('referrals');
  const { title, patient, way } = useRowWords()(row);
  const owner = useOwnerWords()(row);
  return (
    <ListRow
      tag={<UrgencyTag urgency={row.urgency} />}
      title={title}
      about={t('list.about', { direction: t(`direction.${row.direction}`), patient, way })}
      owner={owner ? <Owner {...owner} /> : <StatusTag status={row.status} />}
      clock={<RowClock row={row} />}
      action={<RowVerb row={row} />}
      to={`/referrals/${row.id}`}
      hot={hot ? row.urgency : undefined}
    />
  );
};
