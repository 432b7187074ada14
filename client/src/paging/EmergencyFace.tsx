import { useTranslation } from 'react-i18next';
import { PhoneLink } from '../consults/Phones.tsx';
import { CenterMark } from '../emergency/CenterMark.tsx';
import { RoadTag } from '../emergency/RoadTag.tsx';
import { usePatientLine } from '../emergency/usePatientLine.ts';
import { useRingName } from './ringName.ts';
import type { EmergencyRinging } from './rings.ts';

/** The numbers to call back: who pressed, and the line that is always answered. */
export const EmergencyPhones = ({ card: { callbackPhone, dutyPhone } }: Pick<EmergencyRinging, 'card'>) => {
  const { t } = useTranslation('paging');
  return (
    <>
      {callbackPhone && <PhoneLink number={callbackPhone} label={t('callRequester')} />}
      <PhoneLink number={dutyPhone} label={t('callDuty')} />
    </>
  );
};

/** Which center calls, from where, and for whom (never a name). */
export const EmergencyFace = ({ ring, titleId }: { ring: EmergencyRinging; titleId: string }) => {
  const { t } = useTranslation('paging');
  const patient = usePatientLine();
  const name = useRingName();
  const { card } = ring;
  return (
    <div className="ring-why">
      <p className="soft">
        {t('caller', { hospital: card.from.name, department: card.fromDepartment })} <b>{card.activator.name}</b>
      </p>
      <CenterMark center={card.center} />
      <h2 id={titleId}>
        {name(ring)}
        <span>{patient(card.patient)}</span>
      </h2>
      <p>
        <RoadTag road={card.road} />
      </p>
      <p>{t('emergency.called')}</p>
      <p className="small soft num">{card.emergencyNo}</p>
      <div className="row ring-phones">
        <EmergencyPhones card={card} />
      </div>
    </div>
  );
};
