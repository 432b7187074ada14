import { useTranslation } from 'react-i18next';
import { PhoneLink } from '../consults/Phones.tsx';
import { usePatientWords } from '../consults/words.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Clock } from '../ui/Clock.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Tag, UrgencyTag } from '../ui/Tag.tsx';
import type { Overtaken } from './overtaken.ts';
import { OnTheWay } from './ReferralFace.tsx';
import type { ReferralRinging } from './rings.ts';
import { useAcceptReferral } from './useAcceptReferral.ts';

interface Props {
  ring: ReferralRinging;
  onOvertaken: (by: Overtaken) => void;
}

const Accept = ({ ring, onOvertaken }: Props) => {
  const { t } = useTranslation('referrals');
  const { accept, busy, problem } = useAcceptReferral(ring, onOvertaken);
  return (
    <>
      <Button busy={busy} onClick={() => void accept()}>
        {t('ring.accept')}
      </Button>
      <Problem>{problem}</Problem>
    </>
  );
};

/** A referral that rings the desk, on its wall: no name, whether the car is on the road, and what the desk can do. */
export const DeskReferral = ({ ring, onOvertaken }: Props) => {
  const { t } = useTranslation(['paging', 'referrals']);
  const { sketch } = usePatientWords();
  const { card } = ring;
  return (
    <li className={ring.loud ? 'desk-case desk-hot' : 'desk-case'} data-c={ring.urgency}>
      <div className="desk-what">
        <span className="row">
          <UrgencyTag urgency={ring.urgency} />
          <Tag c="shan" look="line">
            {t(ring.loud ? 'referral' : 'referrals:ring.reminder')}
          </Tag>
          <span className="soft">{t('caller', { hospital: ring.from.shortName, department: ring.fromDepartment })}</span>
        </span>
        <h2>{t('face', { sketch: sketch(ring.patient), dx: ring.dx ?? t('noDx') })}</h2>
        <p className="num soft">
          {card.referralNo} {!ring.asks && t(ring.loud ? 'referrals:ring.alarm' : 'referrals:ring.remindText')}
        </p>
        <OnTheWay departed={card.departed} expectedAt={card.expectedAt} />
      </div>
      <div className="desk-do">
        <Clock startedAt={ring.rungAt} dueAt={ring.dueAt} c={ring.urgency} large />
        {ring.asks && <Accept ring={ring} onOvertaken={onOvertaken} />}
        <ButtonLink to={ring.path}>{t('look')}</ButtonLink>
        {card.callbackPhone && <PhoneLink number={card.callbackPhone} label={t('referrals:ring.callSender')} />}
      </div>
    </li>
  );
};
