import { Phone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { PhoneLink } from '../consults/Phones.tsx';
import { RingProgress } from '../consults/RingProgress.tsx';
import { PhoneSheet } from '../consults/verbs/PhoneSheet.tsx';
import { usePatientWords } from '../consults/words.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Clock } from '../ui/Clock.tsx';
import { UrgencyTag } from '../ui/Tag.tsx';

/** One unanswered case on the desk's wall: no name, who is rung, and what the desk can do about it. */
export const DeskCase = ({ consult, forDesk }: { consult: Consult; forDesk: boolean }) => {
  const { t } = useTranslation('paging');
  const { sketch } = usePatientWords();
  const [phoning, setPhoning] = useState(false);
  const { clock, patient, dx, from, to } = consult;
  const way = t('way', { from: from.hospital.shortName, to: to.hospital.shortName, department: to.department.name });
  return (
    <li className={forDesk ? 'desk-case desk-hot' : 'desk-case'} data-c={consult.urgency}>
      <div className="desk-what">
        <span className="row">
          <UrgencyTag urgency={consult.urgency} />
          <span className="soft">{way}</span>
        </span>
        <h2>{t('face', { sketch: sketch(patient), dx: dx?.name ?? t('noDx') })}</h2>
        <p>{consult.purpose}</p>
        <RingProgress consult={consult} />
      </div>
      <div className="desk-do">
        {clock && <Clock startedAt={clock.startedAt} dueAt={clock.dueAt} c={consult.urgency} large />}
        {consult.can.includes('answerByPhone') && (
          <Button icon={Phone} onClick={() => setPhoning(true)}>
            {t('byPhone')}
          </Button>
        )}
        <ButtonLink to={`/consults/${consult.id}`}>{t('look')}</ButtonLink>
        <PhoneLink number={consult.callbackPhone} label={t('callRequester')} />
        <PhoneLink number={to.dutyPhone} label={t('callDuty')} />
      </div>
      {phoning && <PhoneSheet consult={consult} onClose={() => setPhoning(false)} />}
    </li>
  );
};
