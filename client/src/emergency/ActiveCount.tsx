import { useTranslation } from 'react-i18next';
import { Count } from '../ui/Count.tsx';
import { useUnsentCases } from './outbox.ts';
import { useActive } from './useEmergencies.ts';

/** How many are being rescued now, those that have not been sent among them. */
export const ActiveCount = () => {
  const { t } = useTranslation('emergency');
  const { data } = useActive();
  const n = (data?.items.length ?? 0) + useUnsentCases().length;
  return <Count n={n} label={t('board.count', { n })} />;
};
