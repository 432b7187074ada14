import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import './Chips.css';

interface Props {
  /** Cannot be taken away. */
  fixed: readonly string[];
  /** By the key that each is taken away under. */
  words: Record<string, string>;
  onRemove: (key: string) => void;
}

/** What the list is narrowed to. */
export const Chips = ({ fixed, words, onRemove }: Props) => {
  const { t } = useTranslation('stats');
  return (
    <ul className="chips" aria-label={t('chip.label')}>
      {fixed.map((word) => (
        <li key={word} className="chip">
          {word}
        </li>
      ))}
      {Object.entries(words).map(([key, word]) => (
        <li key={key}>
          <button type="button" className="chip" onClick={() => onRemove(key)} aria-label={t('chip.remove', { word })}>
            {word} <X aria-hidden size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
};
