import { useTranslation } from 'react-i18next';
import type { Veiled } from '../../../../contract/referralStats.ts';
import { number } from '../../lib/format.ts';

/** A count in words: what is covered says so. */
export const useTold = (): ((n: Veiled) => string) => {
  const { t } = useTranslation('stats');
  return (n) => (typeof n === 'number' ? number(n) : t(n));
};
