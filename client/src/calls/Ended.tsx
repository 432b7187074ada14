import { DoorOpen, PhoneOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { State } from '../ui/State.tsx';
import { useRoomCase } from './roomCase.ts';

interface Props {
  why: 'left' | 'taken' | 'revoked';
  again: () => void;
}

/** After the call: what comes next, and the way back in while the case is open. */
export const Ended = ({ why, again }: Props) => {
  const { t } = useTranslation(['calls', 'common']);
  const { path, limit, open, next } = useRoomCase();
  const actions = (
    <>
      <ButtonLink look="primary" size="large" to={path}>
        {next.act}
      </ButtonLink>
      {open && why !== 'revoked' && (
        <Button size="large" icon={DoorOpen} onClick={again}>
          {t('ended.again')}
        </Button>
      )}
      <ButtonLink look="text" to="/">
        {t('common:goHome')}
      </ButtonLink>
    </>
  );
  return (
    <main className="room-plain">
      <h1 className="unseen">{t('title')}</h1>
      {limit}
      <State c="hai" icon={PhoneOff} title={t(`ended.${why}`)} actions={actions}>
        {next.text}
      </State>
    </main>
  );
};
