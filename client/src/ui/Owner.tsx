import { useTranslation } from 'react-i18next';
import './Owner.css';

/** The first letter that stands for a person: the family name in Chinese, the initial in Latin script. */
export const initial = (name: string): string => Array.from(name.trim())[0]?.toUpperCase() ?? '?';

interface Props {
  /** Who has to move; null is nobody in particular yet. */
  name: string | null;
  mine?: boolean;
  /** What they have to do, or since when. */
  doing?: string | undefined;
  /** Who and what as one phrase, instead of the name. */
  said?: string | undefined;
  size?: 'normal' | 'large';
}

/** Whose turn it is: a filled disc when it is the reader's own. */
export const Owner = ({ name, mine = false, doing, said, size = 'normal' }: Props) => {
  const { t } = useTranslation('common');
  const shown = said ?? (mine ? t('owner.me') : (name ?? t('owner.nobody')));
  return (
    <span className={`owner owner-${size}`}>
      <i aria-hidden className={mine ? 'disc disc-me' : 'disc'}>
        {mine ? t('owner.meInitial') : name ? initial(name) : '?'}
      </i>
      <span className="owner-words">
        {shown}
        {doing && <small className="mute">{doing}</small>}
      </span>
    </span>
  );
};
