import { useTranslation } from 'react-i18next';
import type { ConsultStatus } from '../../../contract/consults.ts';
import type { CaseRow } from '../../../contract/stats.ts';
import { usePatientWords } from '../consults/words.ts';
import { useSpan } from './words.ts';

/** Why somebody who has not answered is not late. */
const WHY: Partial<Record<ConsultStatus, string>> = { returned: 'paused', cancelled: 'withdrawn' };

/** Whole years only, under one as such: nobody is told a birthday here. */
export const useWho = (): ((row: Pick<CaseRow, 'patient'>) => string) => {
  const { t } = useTranslation(['stats', 'common']);
  const patient = usePatientWords();
  return ({ patient: { known, sex, approximateAge } }) => {
    const years = approximateAge === null ? null : approximateAge === 0 ? t('underOne') : t('years', { n: approximateAge });
    if (!known) return patient.sketch({ sex, birthDate: null, approximateAge });
    return years ? t('who', { sex: t(`common:sex.${sex}`), age: years }) : t(`common:sex.${sex}`);
  };
};

/** How a row of the list says who, and how the first response went. */
export const useCaseWords = () => {
  const { t } = useTranslation('stats');
  const { span } = useSpan();
  const response = ({ status, responseSeconds, late, answeredByPhone }: CaseRow): string => {
    if (responseSeconds === null) return t(late ? 'unanswered' : (WHY[status] ?? 'waiting'));
    return answeredByPhone ? t('byPhone', { span: span(responseSeconds) }) : span(responseSeconds);
  };
  return { who: useWho(), response };
};
