import { Ambulance } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReferralRing } from '../../../contract/referrals.ts';
import { PhoneLink } from '../consults/Phones.tsx';
import { usePatientWords } from '../consults/words.ts';
import { time } from '../lib/format.ts';
import { Note } from '../ui/Note.tsx';
import type { ReferralRinging } from './rings.ts';

/** Whether the car has left, and when it will be here. */
export const OnTheWay = ({ departed, expectedAt }: Pick<ReferralRing, 'departed' | 'expectedAt'>) => {
  const { t } = useTranslation('referrals');
  if (!departed && !expectedAt) return null;
  const about = departed ? 'departedAbout' : 'expected';
  return (
    <Note c="hai" icon={Ambulance}>
      {expectedAt ? t(`ring.${about}`, { at: time(expectedAt) }) : t('ring.departed')}
    </Note>
  );
};

/** Who sends, whom (never a name), and whether they are on the road already; a number to call back. */
export const ReferralFace = ({ ring: { card, asks }, titleId }: { ring: ReferralRinging; titleId: string }) => {
  const { t } = useTranslation(['paging', 'referrals']);
  const { sketch } = usePatientWords();
  return (
    <div className="ring-why">
      <p className="soft">
        {t('caller', { hospital: card.from.name, department: card.fromDepartment })} <b>{card.referrer.name}</b>
      </p>
      <h2 id={titleId}>
        {t('face', { sketch: sketch(card.patient), dx: card.dx ?? t('noDx') })}
        <span>{t(asks ? 'referrals:ring.asks' : 'referrals:ring.alarm')}</span>
      </h2>
      <p className="small soft num">{card.referralNo}</p>
      <OnTheWay departed={card.departed} expectedAt={card.expectedAt} />
      {card.callbackPhone && (
        <div className="row ring-phones">
          <PhoneLink number={card.callbackPhone} label={t('referrals:ring.callSender')} />
        </div>
      )}
    </div>
  );
};
