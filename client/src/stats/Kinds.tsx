import { useTranslation } from 'react-i18next';
import { NavLink, useSearchParams } from 'react-router';
import './Kinds.css';

const KINDS = { consults: '/stats', referrals: '/stats/referrals', centers: '/stats/emergencies' } as const;

/** What kind of work the figures are of; the months come along. */
export const Kinds = () => {
  const { t } = useTranslation('stats');
  const [search] = useSearchParams();
  const months = new URLSearchParams([...search].filter(([key]) => key === 'from' || key === 'to')).toString();
  return (
    <nav className="kinds" aria-label={t('tabs.label')}>
      {Object.entries(KINDS).map(([kind, path]) => (
        <NavLink key={kind} to={{ pathname: path, search: months }} end>
          {t(`tabs.${kind}`)}
        </NavLink>
      ))}
    </nav>
  );
};
