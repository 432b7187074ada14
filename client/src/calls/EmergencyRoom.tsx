import { useTranslation } from 'react-i18next';
import type { Emergency } from '../../../contract/emergency.ts';
import { usePatientWords } from '../consults/words.ts';
import { CaseClock } from '../emergency/CaseClock.tsx';
import { CaseFrame } from '../emergency/page/CaseFrame.tsx';
import { Countdown } from '../emergency/page/Countdown.tsx';
import type { CaseProps } from '../emergency/page/caseProps.ts';
import { Dock } from '../emergency/page/Dock.tsx';
import { NodeList } from '../emergency/page/NodeList.tsx';
import { VitalsCard } from '../emergency/page/VitalsCard.tsx';
import { useRescue } from '../emergency/useRescue.ts';
import { useMe } from '../lib/session.ts';
import { Chat } from './Chat.tsx';
import type { RoomCase } from './roomCase.ts';
import '../emergency/CasePage.css';

/** The center, sex and age; the name stands beside the nodes only. */
const Title = ({ emergency }: { emergency: Emergency }) => {
  const { t } = useTranslation('emergency');
  const { sketch } = usePatientWords();
  return (
    <h1 className="clip" tabIndex={-1}>
      {t(`center.${emergency.center}`)} {sketch(emergency.patient)}
    </h1>
  );
};

/** What the hands need while the eyes are on the picture: the countdown, the button, the monitor, the nodes. */
const Hands = (props: CaseProps) => (
  <div className="stack ec-room">
    <Countdown {...props} />
    {props.rescue.mayStamp && <Dock {...props} />}
    <VitalsCard id={props.rescue.id} />
    <NodeList {...props} />
  </div>
);

const Summary = ({ id }: { id: string }) => {
  const { rescue, since } = useRescue(id);
  return rescue && <CaseFrame rescue={rescue} since={since} View={Hands} />;
};

const usePhones = ({ phones, from, callbackPhone, activator }: Emergency): RoomCase['phones'] => {
  const { t } = useTranslation('emergency');
  const local = useMe().memberships.some(({ hospital }) => hospital.id === from.id);
  const far = phones.filter(({ hospital }) => (hospital.id === from.id) !== local);
  const numbers = far.map(
    ({ hospital, department, phone }) => [`${hospital.shortName} ${department ?? t('room.desk')}`, phone] as const,
  );
  return callbackPhone && !local ? [[activator.name, callbackPhone], ...numbers] : numbers;
};

/** What the room shows of a rescue: no opinion is written here, times are. */
export const useEmergencyRoom = (emergency: Emergency): RoomCase => {
  const { t } = useTranslation('calls');
  const { id, status, emergencyNo, startedAt } = emergency;
  return {
    call: { kind: 'emergency', id },
    path: `/emergencies/${id}`,
    number: emergencyNo,
    title: <Title emergency={emergency} />,
    limit: (
      <span className="end room-clock">
        <CaseClock row={emergency} />
      </span>
    ),
    begunAt: startedAt,
    phones: usePhones(emergency),
    tabs: ['summary', 'chat'],
    body: ({ tab }) => (tab === 'chat' ? <Chat /> : <Summary id={id} />),
    advice: 0,
    nudges: () => null,
    signs: false,
    open: status === 'active',
    next: { act: t('ended.do.see'), text: t('ended.next.see') },
  };
};
