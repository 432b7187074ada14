import { DoorOpen, PhoneOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { hasRoom } from '../consults/ConsultHead.tsx';
import { useSides } from '../consults/side.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { State } from '../ui/State.tsx';
import { LimitClock } from './RoomBar.tsx';

interface Props {
  consult: Consult;
  why: 'left' | 'taken' | 'revoked';
  again: () => void;
}

/** Whose turn it is after the talk. */
const useNext = (consult: Consult): 'sign' | 'acknowledge' | 'close' | 'waitOpinion' | 'see' => {
  const { requester } = useSides(consult);
  const mine = (['sign', 'acknowledge', 'close'] as const).find((verb) => consult.can.includes(verb));
  if (mine) return mine;
  return requester && consult.opinions.length === 0 ? 'waitOpinion' : 'see';
};

/** After the call: what comes next, and the way back in while the case is open. */
export const Ended = ({ consult, why, again }: Props) => {
  const { t } = useTranslation(['calls', 'common']);
  const next = useNext(consult);
  const actions = (
    <>
      <ButtonLink look="primary" size="large" to={`/consults/${consult.id}`}>
        {t(`ended.do.${next}`)}
      </ButtonLink>
      {hasRoom(consult) && why !== 'revoked' && (
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
      <LimitClock consult={consult} />
      <State c="hai" icon={PhoneOff} title={t(`ended.${why}`)} actions={actions}>
        {t(`ended.next.${next}`)}
      </State>
    </main>
  );
};
