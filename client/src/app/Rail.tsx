import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { Logo } from '../ui/Logo.tsx';
import { NavCount } from './NavCount.tsx';
import { EMERGENCIES, isTab, type NavItem } from './nav.ts';
import './Rail.css';

interface FaceProps {
  item: NavItem;
}
const Face = ({ item: { icon: Icon, word, to } }: FaceProps) => {
  const { t } = useTranslation('common');
  return (
    <>
      <Icon aria-hidden size={20} />
      <span>{t(`nav.${word}`)}</span>
      <NavCount to={to} />
    </>
  );
};

/** In the hand the place of the rescues is one press from calling a team; its sheet leads on to the board. */
const CallTab = ({ item, onCall }: FaceProps & { onCall: () => void }) => {
  const here = useLocation().pathname.startsWith(item.to);
  return (
    <button type="button" className="rail-link rail-call" aria-current={here ? 'page' : undefined} onClick={onCall}>
      <Face item={item} />
    </button>
  );
};

interface Props {
  items: readonly NavItem[];
  /** For whoever may call an emergency team. */
  onCall: (() => void) | undefined;
}

/** The same links are a rail at a desk and a tab bar in the hand. */
export const Rail = ({ items, onCall }: Props) => {
  const { t } = useTranslation('common');
  const calls = ({ to }: NavItem) => onCall !== undefined && to === EMERGENCIES;
  const classOf = (item: NavItem) =>
    isTab(items, item) ? (calls(item) ? 'rail-link rail-place' : 'rail-link') : 'rail-link rail-wide';
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <Link className="rail-logo" to="/" aria-label={t('product')}>
        <Logo onDark />
        <span>{t('product')}</span>
      </Link>
      {items.map((item) => (
        <Fragment key={item.to}>
          <NavLink to={item.to} end={item.to === '/'} className={classOf(item)}>
            <Face item={item} />
          </NavLink>
          {onCall && calls(item) && <CallTab item={item} onCall={onCall} />}
        </Fragment>
      ))}
    </nav>
  );
};
