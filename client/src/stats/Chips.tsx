import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CaseFilter } from '../../../contract/stats.ts';
import type { FilterKey } from './filter.ts';
import { monthName } from './months.ts';
import { useHospitals } from './useHospitals.ts';
import './Chips.css';

interface Props {
  filter: CaseFilter;
  change: (next: Partial<Record<FilterKey, string>>) => void;
}

const useWords = (filter: CaseFilter): Partial<Record<FilterKey, string>> => {
  const { t } = useTranslation(['stats', 'common', 'consults']);
  const { nameOf } = useHospitals();
  const { fromHospitalId, toHospitalId, urgency, status, response, adoption } = filter;
  return {
    ...(fromHospitalId && { fromHospitalId: t('chip.from', { name: nameOf(fromHospitalId) ?? '…' }) }),
    ...(toHospitalId && { toHospitalId: t('chip.to', { name: nameOf(toHospitalId) ?? '…' }) }),
    ...(urgency && { urgency: t(`common:urgency.${urgency}`) }),
    ...(status && { status: t(`consults:status.${status}`) }),
    ...(response && { response: t(`response.${response}`) }),
    ...(adoption && { adoption: t(`adoption.${adoption}`) }),
  };
};

const useMonths = ({ from, to }: CaseFilter): string => (from === to ? monthName(from) : `${monthName(from)} – ${monthName(to)}`);

/** What the list is narrowed to; each can be taken away, but for the months. */
export const Chips = ({ filter, change }: Props) => {
  const { t } = useTranslation('stats');
  const words = useWords(filter);
  return (
    <ul className="chips" aria-label={t('chip.label')}>
      <li className="chip">{useMonths(filter)}</li>
      {Object.entries(words).map(([key, word]) => (
        <li key={key}>
          <button type="button" className="chip" onClick={() => change({ [key]: '' })} aria-label={t('chip.remove', { word })}>
            {word} <X aria-hidden size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
};
