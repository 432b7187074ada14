import { useTranslation } from 'react-i18next';
import { Count } from '../ui/Count.tsx';
import { useRinging } from './useRinging.ts';

/** Consults that wait for an answer without a sound, as a number on their place: in the hand a floating badge would cover the page. */
export const QuietCount = () => {
  const { t } = useTranslation('paging');
  const quiet = useRinging().filter((ring) => ring.kind === 'consult' && !ring.loud);
  const word = quiet.some(({ asks }) => asks) ? 'badge.consult' : 'reminder';
  return <Count n={quiet.length} label={t(word, { n: quiet.length })} />;
};
