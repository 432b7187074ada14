import { Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Consult, ROOM_OPEN } from '../../../contract/consults.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Clock } from '../ui/Clock.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Tag, UrgencyTag } from '../ui/Tag.tsx';
import { useSides } from './side.ts';
import { usePatientWords } from './words.ts';

export const hasRoom = ({ status }: Pick<Consult, 'status'>) => ROOM_OPEN.includes(status);

/** Before the signature. */
export const isTalking = ({ status }: Consult) => status === 'accepted' || status === 'inSession';

/** Urgency, patient, number, clock; and the way into the room while there is one. */
export const ConsultHead = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  const words = usePatientWords();
  const { requester, consultant } = useSides(consult);
  const { clock } = consult;
  return (
    <PageHeader
      back="/consults"
      title={
        <Link className="case-patient" to={`/patients/${consult.patient.id}`} title={t('patient.page')}>
          {words.full(consult.patient)}
        </Link>
      }
    >
      <div className="case-marks">
        <UrgencyTag urgency={consult.urgency} />
        <Tag c="routine">{t(`status.${consult.status}`)}</Tag>
        <span className="mute num">{consult.consultNo}</span>
      </div>
      {clock && (
        <span className="case-clock">
          <small className="mute">{t(`clock.${clock.name}`)}</small>
          <Clock startedAt={clock.startedAt} dueAt={clock.dueAt} c={consult.urgency} large />
        </span>
      )}
      {hasRoom(consult) && (
        <ButtonLink
          look={(requester || consultant) && isTalking(consult) && !consult.can.includes('sign') ? 'primary' : 'plain'}
          size="large"
          icon={Video}
          to={`/room/consult/${consult.id}`}
        >
          {t('room.enter')}
        </ButtonLink>
      )}
    </PageHeader>
  );
};
