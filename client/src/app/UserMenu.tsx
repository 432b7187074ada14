import { LogOut, Moon, Sun, User } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Me } from '../../../contract/auth.ts';
import { signOut } from '../auth/signOut.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { initial } from '../ui/Owner.tsx';
import { setAppearance, useAppearance } from './appearance.ts';
import { isTab, type NavItem } from './nav.ts';
import '../ui/Owner.css';

/** Account, appearance, sign-out; in the hand also the pages that the tab bar has no room for. */
export const UserMenu = ({ me, items }: { me: Me; items: readonly NavItem[] }) => {
  const { t } = useTranslation('common');
  const { dark } = useAppearance();
  const go = useNavigate();
  const face = (
    <>
      <i aria-hidden className="disc disc-me">
        {initial(me.name)}
      </i>
      <span className="top-wide">
        {me.name} <span className="mute">{me.title}</span>
      </span>
    </>
  );
  return (
    <Menu label={`${me.name} ${me.title}`} face={face}>
      {items
        .filter((item) => !isTab(items, item))
        .map(({ to, word, icon }) => (
          <MenuItem key={to} icon={icon} narrow onChoose={() => void go(to)}>
            {t(`nav.${word}`)}
          </MenuItem>
        ))}
      <MenuItem icon={User} onChoose={() => void go('/me')}>
        {t('nav.me')}
      </MenuItem>
      <MenuItem icon={dark ? Sun : Moon} onChoose={() => setAppearance(dark ? 'light' : 'dark')}>
        {t(dark ? 'appearance.toLight' : 'appearance.toDark')}
      </MenuItem>
      <MenuItem icon={LogOut} onChoose={() => void signOut()}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
};
