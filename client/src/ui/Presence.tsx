import { useTranslation } from 'react-i18next';
import type { Presence as State } from '../../../contract/directory.ts';
import './Presence.css';

/** ● 在线, ■ 手术中, ◉ 通话中, ○ 离线: shape and word, then colour. `quiet` leaves the word to screen readers. */
export const Presence = ({ state, quiet = false }: { state: State; quiet?: boolean }) => {
  const { t } = useTranslation('common');
  return (
    <span className="presence">
      <i aria-hidden className={`dot dot-${state}`} />
      <span className={quiet ? 'unseen' : ''}>{t(`presence.${state}`)}</span>
    </span>
  );
};
