import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { signOut } from '../auth/signOut.ts';
import { useMe } from '../lib/session.ts';
import { Button } from '../ui/Button.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { AlertsCard } from './AlertsCard.tsx';
import { OtpCard } from './OtpCard.tsx';
import { PasswordCard } from './PasswordCard.tsx';
import { PreferencesCard } from './PreferencesCard.tsx';
import { ProfileCard } from './ProfileCard.tsx';
import { SessionsCard } from './SessionsCard.tsx';
import './MePage.css';

export const Page = () => {
  const { t } = useTranslation(['me', 'common']);
  const me = useMe();
  return (
    <div className="me-page">
      <PageHeader title={t('title')}>
        <Button icon={LogOut} onClick={() => void signOut()}>
          {t('common:signOut')}
        </Button>
      </PageHeader>
      <div className="me">
        <div className="stack">
          <ProfileCard me={me} />
          <AlertsCard />
          <PreferencesCard />
        </div>
        <div className="stack">
          <OtpCard me={me} />
          <PasswordCard />
          <SessionsCard />
        </div>
      </div>
    </div>
  );
};
