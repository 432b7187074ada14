import { useTranslation } from 'react-i18next';
import type { ReferralRow } from '../../../contract/referrals.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { doing } from './ownerWords.ts';

/** What the reader would open the case for. */
export const RowVerb = ({ row }: { row: ReferralRow }) => {
  const { t } = useTranslation('referrals');
  return (
    <ButtonLink size="small" to={`/referrals/${row.id}`}>
      {row.mine ? t('list.go', { what: doing(t, row) }) : t('list.look')}
    </ButtonLink>
  );
};
