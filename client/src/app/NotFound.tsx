import { MapPinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/Button.tsx';
import { State } from '../ui/State.tsx';

export const NotFound = () => {
  const { t } = useTranslation('common');
  return (
    <State
      page
      c="missing"
      icon={MapPinOff}
      title={t('noPage.title')}
      actions={
        <ButtonLink look="primary" to="/">
          {t('goHome')}
        </ButtonLink>
      }
    >
      {t('noPage.text')}
    </State>
  );
};
