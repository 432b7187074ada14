import { useTranslation } from 'react-i18next';
import type { EmergencyRow } from '../../../contract/emergency.ts';
import { usePatientWords } from '../consults/words.ts';

/** Who it is, without a name: 无名氏 says it all while neither sex nor age is known. */
export const usePatientLine = (): ((patient: EmergencyRow['patient']) => string) => {
  const { t } = useTranslation('emergency');
  const { sketch } = usePatientWords();
  return (patient) => {
    const { known, sex, birthDate, approximateAge } = patient;
    if (known) return sketch(patient);
    const seen = sex !== 'unknown' || birthDate !== null || approximateAge !== null;
    return seen ? t('board.unknownSeen', { sketch: sketch(patient) }) : t('board.unknown');
  };
};
