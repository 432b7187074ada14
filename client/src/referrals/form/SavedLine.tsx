import { CircleCheck, CircleDashed, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { timeWithSeconds } from '../../lib/format.ts';
import { useLink } from '../../lib/link.ts';
import type { Draft } from './useDraft.ts';

/** Where the text is kept by now, and since when. */
export const SavedLine = ({ draft: { saved }, held }: { draft: Draft; held: number }) => {
  const { t } = useTranslation('referrals');
  const { online } = useLink();
  if (!online) {
    return (
      <>
        <WifiOff aria-hidden size={16} /> {t('new.saved.offline')}
      </>
    );
  }
  if (!saved) return null;
  const at = timeWithSeconds(saved.at);
  const [Icon, words] =
    saved.where === 'server' || held === 0
      ? [CircleCheck, t(`new.saved.${saved.where}`, { at })]
      : [CircleDashed, t('new.saved.held', { n: held, at })];
  return (
    <>
      <Icon aria-hidden size={16} /> {words}
    </>
  );
};
