import { useTranslation } from 'react-i18next';
import type { ReferralRow } from '../../../contract/referrals.ts';
import { usePatientWords } from '../consults/words.ts';

/** What every face of a row says: diagnosis, patient, `雷波 → 锦江`. */
export const useRowWords = () => {
  const { t } = useTranslation('referrals');
  const patient = usePatientWords();
  return (row: ReferralRow) => ({
    title: row.dx ?? t('list.noDx'),
    patient: patient.full(row.patient),
    way: t('list.fromTo', { from: row.from.shortName, to: row.to?.shortName ?? row.outside ?? t('list.nowhere') }),
  });
};
