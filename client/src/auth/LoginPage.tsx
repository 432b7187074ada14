import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';
import { linkBars, useLink } from '../lib/link.ts';
import { useSession } from '../lib/session.ts';
import { Bars } from '../ui/Bars.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Landscape } from './Landscape.tsx';
import { LoginForm } from './LoginForm.tsx';
import './LoginPage.css';

/** Only addresses of this site: `//elsewhere` and full addresses are not followed. */
const safePath = (to: string | null): string => (to && /^\/(?![/\\])/.test(to) ? to : '/');

const Line = () => {
  const { t } = useTranslation(['auth', 'common']);
  const link = useLink();
  const n = linkBars(link);
  return (
    <p>
      <Bars n={n} label={t('common:link.label')} />
      <span>
        {t(`line.${n}`)} {link.rttMs !== null && <span className="mute num">{t('common:link.rtt', { ms: link.rttMs })}</span>}
      </span>
    </p>
  );
};

export const Page = () => {
  const { t } = useTranslation(['auth', 'common']);
  const [search] = useSearchParams();
  if (useSession().status === 'in') return <Navigate to={safePath(search.get('to'))} replace />;
  return (
    <div className="login">
      <section className="login-art" aria-label={t('common:product')}>
        <Landscape />
        <header>
          <Logo size={44} />
          <span>{t('common:product')}</span>
        </header>
        <p className="login-motto">{t('motto')}</p>
        <p className="login-what">{t('what')}</p>
      </section>
      <main className="login-main">
        <LoginForm />
        <footer>
          <Line />
          <p>
            <Phone aria-hidden size={16} /> {t('emergency')}
          </p>
          <p>
            <LanguageSwitch />
          </p>
        </footer>
      </main>
    </div>
  );
};
