import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CallKind, type CallRef } from '../../../contract/calls.ts';
import { useConsult } from '../consults/useConsult.ts';
import { useEmergency } from '../emergency/page/useEmergency.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { State } from '../ui/State.tsx';
import { useConsultRoom } from './ConsultRoom.tsx';
import { useEmergencyRoom } from './EmergencyRoom.tsx';
import { Ended } from './Ended.tsx';
import { LiveRoom } from './LiveRoom.tsx';
import { type RoomCase, RoomCaseProvider } from './roomCase.ts';
import { CallProvider, useCall, useOpenCall } from './useCall.ts';
import { WaitingRoom } from './WaitingRoom.tsx';
import './Room.css';

/** Before, in, or after the call; the same seat throughout. */
const Phases = ({ again }: { again: () => void }) => {
  const { phase, over } = useCall().state;
  if (phase === 'over') return <Ended why={over ?? 'left'} again={again} />;
  return phase === 'inside' || phase === 'away' ? <LiveRoom /> : <WaitingRoom />;
};

interface CaseRoomProps<T> {
  call: CallRef;
  query: UseQueryResult<T>;
  useCase: (found: T) => RoomCase;
}

/** The case may change while people talk; the call goes on. */
const Inside = <T,>({ found, useCase, again }: Pick<CaseRoomProps<T>, 'useCase'> & { found: T; again: () => void }) => (
  <RoomCaseProvider value={useCase(found)}>
    <Phases again={again} />
  </RoomCaseProvider>
);

const CaseRoom = <T,>({ call: ref, query, useCase }: CaseRoomProps<T>) => {
  const { t } = useTranslation('calls');
  const { call, again } = useOpenCall(ref);
  if (query.data !== undefined && call) {
    return (
      <CallProvider value={call}>
        <Inside found={query.data} useCase={useCase} again={again} />
      </CallProvider>
    );
  }
  return (
    <main className="room-plain">
      <h1 className="unseen">{t('title')}</h1>
      {query.isError ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={6} />}
    </main>
  );
};

const ConsultRoom = ({ id }: { id: string }) => (
  <CaseRoom call={{ kind: 'consult', id }} query={useConsult(id)} useCase={useConsultRoom} />
);
const EmergencyRoom = ({ id }: { id: string }) => (
  <CaseRoom call={{ kind: 'emergency', id }} query={useEmergency(id, true)} useCase={useEmergencyRoom} />
);
const ROOMS: Record<CallRef['kind'], typeof ConsultRoom> = { consult: ConsultRoom, emergency: EmergencyRoom };

/** The live room of a case: /room/consult/:id. */
export const Page = () => {
  const { t } = useTranslation(['calls', 'common']);
  const { kind, id = '' } = useParams();
  const known = CallKind.safeParse(kind);
  const Room = known.success ? ROOMS[known.data] : null;
  if (Room) return <Room key={id} id={id} />;
  return (
    <main className="room-plain">
      <State c="missing" title={t('common:noPage.title')} actions={<ButtonLink to="/">{t('common:goHome')}</ButtonLink>}>
        {t('common:noPage.text')}
      </State>
    </main>
  );
};
