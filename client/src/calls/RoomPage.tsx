import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Consult } from '../../../contract/consults.ts';
import { useConsult } from '../consults/useConsult.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { State } from '../ui/State.tsx';
import { Ended } from './Ended.tsx';
import { LiveRoom } from './LiveRoom.tsx';
import { CallProvider, useCall, useOpenCall } from './useCall.ts';
import { WaitingRoom } from './WaitingRoom.tsx';
import './Room.css';

/** Before, in, or after the call; the same seat throughout. */
const Phases = ({ consult, again }: { consult: Consult; again: () => void }) => {
  const { phase, over } = useCall().state;
  if (phase === 'over') return <Ended consult={consult} why={over ?? 'left'} again={again} />;
  if (phase === 'inside' || phase === 'away') return <LiveRoom consult={consult} />;
  return <WaitingRoom consult={consult} />;
};

const ConsultRoom = ({ id }: { id: string }) => {
  const { t } = useTranslation('calls');
  const consult = useConsult(id);
  const { call, again } = useOpenCall({ kind: 'consult', id });
  if (consult.data && call) {
    return (
      <CallProvider value={call}>
        <Phases consult={consult.data} again={again} />
      </CallProvider>
    );
  }
  return (
    <main className="room-plain">
      <h1 className="unseen">{t('title')}</h1>
      {consult.isError ? <Failed error={consult.error} retry={() => void consult.refetch()} /> : <Loading rows={6} />}
    </main>
  );
};

/** The live room of a case: /room/consult/:id. */
export const Page = () => {
  const { t } = useTranslation(['calls', 'common']);
  const { kind, id = '' } = useParams();
  if (kind === 'consult') return <ConsultRoom id={id} />;
  return (
    <main className="room-plain">
      <State c="missing" title={t('common:noPage.title')} actions={<ButtonLink to="/">{t('common:goHome')}</ButtonLink>}>
        {t('common:noPage.text')}
      </State>
    </main>
  );
};
