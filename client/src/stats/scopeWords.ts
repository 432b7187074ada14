import { useTranslation } from 'react-i18next';
import { useMe } from '../lib/session.ts';

/** Whose figures the reader sees, from the texts under this key. */
export const useScopeWords = (under: 'scope' | 'referral.scope' | 'centers.scope'): string => {
  const { t } = useTranslation('stats');
  const { memberships } = useMe();
  const own = memberships.filter(({ roles }) => roles.includes('admin') || roles.includes('coordinator'));
  if (own.some(({ hospital }) => hospital.kind === 'overseer')) return t(`${under}.all`);
  return t(`${under}.own`, { name: own.map(({ hospital }) => hospital.name).join('、') });
};
