import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Referral } from '../../../../contract/referrals.ts';
import { usePatientWords } from '../../consults/words.ts';
import { useNow } from '../../lib/clock.ts';
import { duration } from '../../lib/format.ts';
import { Card } from '../../ui/Card.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Owner } from '../../ui/Owner.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tag, UrgencyTag } from '../../ui/Tag.tsx';
import { usePhone } from '../../ui/usePhone.ts';
import { useOwnerWords } from '../ownerWords.ts';
import { shownClock } from '../shownClock.ts';
import { DirectionTag, LaneTag, StatusTag } from '../Tags.tsx';
import { StepRail } from './StepRail.tsx';
import { dxWords, endFull } from './words.ts';

/** Whose turn, and how long; once it is over, how it ended. */
const Turn = ({ referral }: { referral: Referral }) => {
  const owner = useOwnerWords()(referral);
  const clock = shownClock(referral, useNow());
  if (!owner) return <StatusTag status={referral.status} />;
  return (
    <>
      <Owner {...owner} size="large" />
      {clock && <Clock {...clock} c={referral.urgency} large />}
    </>
  );
};

const Way = ({ referral: { from, to } }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const side = (end: Referral['from']) =>
    [endFull(end), end.department?.name ?? end.outside?.department].filter(Boolean).join(' ');
  return (
    <p className="ref-way">
      <span>{side(from)}</span>
      <ArrowRight role="img" aria-label={t('page.to.arrow')} size={18} className="mute" />
      <span>{side(to) || t('page.to.notChosen')}</span>
      {to.outside && <Tag c="missing">{t('page.outside.tag')}</Tag>}
    </p>
  );
};

/** What it is, from where to where, whose turn it is, and how far it has come; in the hand the way follows what can be done. */
export const Head = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation(['referrals', 'consults']);
  const words = usePatientWords();
  const phone = usePhone();
  const { patient, sheet, direction, urgency, lane, referralNo } = referral;
  const minutes = sheet.transport?.routeMinutes;
  const about = [dxWords(sheet), minutes !== undefined && t('page.road.route', { time: duration(minutes * 60_000) })];
  return (
    <>
      <PageHeader
        back="/referrals"
        title={
          <Link className="case-patient" to={`/patients/${referral.patientId}`} title={t('consults:patient.page')}>
            {words.full(patient)}
          </Link>
        }
      >
        <div className="case-marks">
          <DirectionTag direction={direction} />
          <UrgencyTag urgency={urgency} />
          <LaneTag lane={lane} />
          <span className="mute num">{referralNo}</span>
        </div>
      </PageHeader>
      <Card className="ref-head">
        <div className="ref-top">
          <div>
            <Way referral={referral} />
            <p className="soft">{about.filter(Boolean).join('·')}</p>
          </div>
          <div className="ref-turn">
            <Turn referral={referral} />
          </div>
        </div>
        {!phone && <StepRail referral={referral} />}
      </Card>
    </>
  );
};
