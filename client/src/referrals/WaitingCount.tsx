import { useTranslation } from 'react-i18next';
import { Count } from '../ui/Count.tsx';
import { useCounts } from './useReferrals.ts';

/** How many referrals wait for the reader. */
export const WaitingCount = () => {
  const { t } = useTranslation('common');
  const counts = useCounts();
  return counts ? <Count n={counts.mine} label={t('nav.waiting', { n: counts.mine })} /> : null;
};
