import { useTranslation } from 'react-i18next';
import type { EmergencyRow } from '../../../contract/emergency.ts';
import { usePatientLine } from './usePatientLine.ts';

/** What every face of a row says: center, patient and bed, `雷波 → 象山`, who has answered, the target that runs. */
export const useRowWords = () => {
  const { t } = useTranslation(['emergency', 'consults']);
  const line = usePatientLine();
  return ({ center, patient, bed, from, to, next, answered }: EmergencyRow) => ({
    title: t(`center.${center}`),
    patient: [line(patient), bed && t('consults:patient.bed', { bed })].filter(Boolean).join(' '),
    way: to ? t('board.way', { from: from.shortName, to: to.shortName }) : from.shortName,
    team: answered > 0 ? t('board.answered', { n: answered }) : t('board.nobody'),
    target: next && t(`metric.${next.code}`),
  });
};
