import { Menu } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../contract/auth.ts';
import { DutyState } from './DutyState.tsx';
import { CallButton } from './Emergency.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LinkState } from './LinkState.tsx';
import type { NavItem } from './nav.ts';
import { UserMenu } from './UserMenu.tsx';
import './TopBar.css';

const hospitalsOf = (me: Me): string[] => [...new Set(me.memberships.map(({ hospital }) => hospital.name))];

interface Props {
  me: Me;
  items: readonly NavItem[];
  onMenu: () => void;
  /** For whoever may call an emergency team. */
  onCall: (() => void) | undefined;
}

/** Where I am, how the line is, whether I can be rung, who I am. */
export const TopBar = ({ me, items, onMenu, onCall }: Props) => {
  const { t } = useTranslation('common');
  const [first = '', ...more] = hospitalsOf(me);
  return (
    <header className="top">
      <button type="button" className="top-menu" aria-label={t('nav.open')} onClick={onMenu}>
        <Menu aria-hidden size={22} />
      </button>
      <strong className="top-place clip" title={[first, ...more].join('、')}>
        {more.length === 0 ? first : t('hospitals', { first, n: more.length + 1 })}
      </strong>
      {onCall && <CallButton onCall={onCall} />}
      <LinkState />
      <DutyState me={me} />
      <LanguageSwitch className="top-wide" />
      <UserMenu me={me} items={items} />
    </header>
  );
};
