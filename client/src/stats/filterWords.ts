import { useTranslation } from 'react-i18next';
import type { CaseFilter } from '../../../contract/stats.ts';
import type { FilterKey } from './filter.ts';
import { monthName } from './months.ts';
import { useHospitals } from './useHospitals.ts';

/** A filter as people say it: its months, and each thing it is narrowed to. */
export const useFilterWords = (filter: CaseFilter): { months: string; words: Partial<Record<FilterKey, string>> } => {
  const { t } = useTranslation(['stats', 'common', 'consults']);
  const { nameOf } = useHospitals();
  const { from, to, fromHospitalId, toHospitalId, urgency, status, response, adoption } = filter;
  return {
    months: from === to ? monthName(from) : `${monthName(from)} – ${monthName(to)}`,
    words: {
      ...(fromHospitalId && { fromHospitalId: t('chip.from', { name: nameOf(fromHospitalId) ?? '…' }) }),
      ...(toHospitalId && { toHospitalId: t('chip.to', { name: nameOf(toHospitalId) ?? '…' }) }),
      ...(urgency && { urgency: t(`common:urgency.${urgency}`) }),
      ...(status && { status: t(`consults:status.${status}`) }),
      ...(response && { response: t(`response.${response}`) }),
      ...(adoption && { adoption: t(`adoption.${adoption}`) }),
    },
  };
};
