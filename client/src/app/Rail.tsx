import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { Logo } from '../ui/Logo.tsx';
import { Boundary } from './Boundary.tsx';
import { isTab, type NavItem } from './nav.ts';
import './Rail.css';

/** What waits behind a link, as a number on it. */
const counts: Readonly<Record<string, ComponentType>> = {
  '/consults': lazy(async () => ({ default: (await import('../paging/QuietCount.tsx')).QuietCount })),
  '/tasks': lazy(async () => ({ default: (await import('../tasks/TaskCount.tsx')).TaskCount })),
};

const Count = ({ to }: { to: string }) => {
  const Known = counts[to];
  if (!Known) return null;
  return (
    <Boundary instead={null}>
      <Suspense fallback={null}>
        <Known />
      </Suspense>
    </Boundary>
  );
};

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
          <Count to={item.to} />
        </NavLink>
      ))}
    </nav>
  );
};
