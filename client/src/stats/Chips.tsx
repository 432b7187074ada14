import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CaseFilter } from '../../../contract/stats.ts';
import type { FilterKey } from './filter.ts';
import { useFilterWords } from './filterWords.ts';
import './Chips.css';

interface Props {
  filter: CaseFilter;
  change: (next: Partial<Record<FilterKey, string>>) => void;
}

/** What the list is narrowed to; each can be taken away, but for the months. */
export const Chips = ({ filter, change }: Props) => {
  const { t } = useTranslation('stats');
  const { months, words } = useFilterWords(filter);
  return (
    <ul className="chips" aria-label={t('chip.label')}>
      <li className="chip">{months}</li>
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
