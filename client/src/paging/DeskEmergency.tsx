import { useTranslation } from 'react-i18next';
import { CenterMark } from '../emergency/CenterMark.tsx';
import { RoadTag } from '../emergency/RoadTag.tsx';
import { usePatientLine } from '../emergency/usePatientLine.ts';
import { useNow } from '../lib/clock.ts';
import { stopwatch } from '../lib/format.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Problem } from '../ui/Problem.tsx';
import { UrgencyTag } from '../ui/Tag.tsx';
import { EmergencyPhones } from './EmergencyFace.tsx';
import type { Overtaken } from './overtaken.ts';
import { useRingName } from './ringName.ts';
import type { EmergencyRinging } from './rings.ts';
import { useAnswerEmergency } from './useAnswerEmergency.ts';

interface Props {
  ring: EmergencyRinging;
  /** The one that burns most. */
  hot: boolean;
  onOvertaken: (by: Overtaken) => void;
}

/** A team call that rings the desk, on its wall: no name, how long it has rung, and what the desk can do. */
export const DeskEmergency = ({ ring, hot, onOvertaken }: Props) => {
  const { t } = useTranslation('paging');
  const patient = usePatientLine();
  const name = useRingName();
  const now = useNow();
  const { come, busy, problem } = useAnswerEmergency(ring, onOvertaken);
  return (
    <li className="desk-case desk-hot" data-c={ring.urgency}>
      <div className="desk-what">
        <span className="row">
          <UrgencyTag urgency={ring.urgency} />
          <RoadTag road={ring.card.road} />
          <span className="soft">{t('caller', { hospital: ring.from.shortName, department: ring.fromDepartment })}</span>
        </span>
        <h2>
          <CenterMark center={ring.card.center} /> {t('face', { sketch: patient(ring.patient), dx: name(ring) })}
        </h2>
        <p className="num soft">
          {ring.card.emergencyNo} {t('countdown.since')} {stopwatch(now - Date.parse(ring.rungAt))}
        </p>
      </div>
      <div className="desk-do">
        <Button look={hot ? 'danger' : 'plain'} busy={busy} onClick={() => void come()}>
          {t('emergency.come')}
        </Button>
        <Problem>{problem}</Problem>
        <ButtonLink to={ring.path}>{t('look')}</ButtonLink>
        <EmergencyPhones card={ring.card} />
      </div>
    </li>
  );
};
