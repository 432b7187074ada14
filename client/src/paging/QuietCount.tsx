import { useTranslation } from 'react-i18next';
import { isLoud } from './alert.ts';
import { useRinging } from './useRinging.ts';
import './QuietCount.css';

/** What waits for an answer without a sound, as a number on a tab: in the hand a floating badge would cover the page. */
export const QuietCount = () => {
  const { t } = useTranslation('paging');
  const quiet = useRinging().filter((ring) => !isLoud(ring));
  if (quiet.length === 0) return null;
  const word = quiet.some(({ can }) => can.length > 0) ? 'badge' : 'reminder';
  return (
    <b className="quiet-count">
      {quiet.length}
      <span className="unseen">{t(word, { n: quiet.length })}</span>
    </b>
  );
};
