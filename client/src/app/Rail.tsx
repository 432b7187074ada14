import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { Logo } from '../ui/Logo.tsx';
import { NavCount } from './NavCount.tsx';
import { isTab, type NavItem } from './nav.ts';
import './Rail.css';

/** The same links are a rail at a desk and a tab bar in the hand. */
export const Rail = ({ items }: { items: readonly NavItem[] }) => {
  const { t } = useTranslation('common');
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <Link className="rail-logo" to="/" aria-label={t('product')}>
        <Logo onDark />
        <span>{t('product')}</span>
      </Link>
      {items.map((item) => (
        <NavLink
          key={item.to}
          to={item.to}
          end={item.to === '/'}
          className={isTab(items, item) ? 'rail-link' : 'rail-link rail-wide'}
        >
          <item.icon aria-hidden size={20} />
          <span>{t(`nav.${item.word}`)}</span>
          <NavCount to={item.to} />
        </NavLink>
      ))}
    </nav>
  );
};
