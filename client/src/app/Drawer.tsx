import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Sheet } from '../ui/Sheet.tsx';
import { NavCount } from './NavCount.tsx';
import type { NavItem } from './nav.ts';
import './Drawer.css';

/** Navigation of the middle widths; a link closes it. */
export const Drawer = ({ items, onClose }: { items: readonly NavItem[]; onClose: () => void }) => {
  const { t } = useTranslation('common');
  return (
    <Sheet title={t('product')} onClose={onClose} side>
      <nav className="drawer" aria-label={t('nav.label')}>
        {items.map(({ to, word, icon: Icon }) => (
          <NavLink key={to} to={to} end={to === '/'} onClick={onClose}>
            <Icon aria-hidden size={20} />
            {t(`nav.${word}`)}
            <NavCount to={to} />
          </NavLink>
        ))}
      </nav>
    </Sheet>
  );
};
