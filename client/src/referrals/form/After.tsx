import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { PhoneLink } from '../../consults/Phones.tsx';
import { Card } from '../../ui/Card.tsx';
import { useDestinations } from '../Destinations.tsx';
import type { Form } from './form.ts';
import { findDepartment } from './GoalFields.tsx';

type Track = 'green' | 'elective' | 'down' | 'outside';
const trackOf = (referral: Referral, form: Form): Track => {
  if (form.place === 'outside') return 'outside';
  return referral.direction === 'down' ? 'down' : form.lane;
};

const STEPS: Record<Track, readonly string[]> = {
  green: ['ring', 'next', 'depart', 'papers'],
  elective: ['review', 'accept', 'takeOver', 'arrange'],
  down: ['accept', 'reassign', 'arrive'],
  outside: ['call', 'record'],
};

/** What happens after sending, before it is sent. */
export const After = ({ referral, form }: { referral: Referral; form: Form }) => {
  const { t } = useTranslation(['referrals', 'consults']);
  const { data } = useDestinations(referral);
  const target = findDepartment(data?.items ?? [], form.departmentId);
  const to = target && { hospital: target.hospital.shortName, department: target.department.name };
  const track = trackOf(referral, form);
  if (track !== 'outside' && !to) {
    return (
      <Card title={t('new.after.title')}>
        <p className="mute">{t('new.after.choose')}</p>
      </Card>
    );
  }
  const phone = track === 'outside' ? form.outPhone : target?.hospital.centerPhone;
  return (
    <Card title={t('new.after.title')}>
      <div className="stack">
        <dl className="after">
          {STEPS[track].map((step) => (
            <div key={step} className="after-step">
              <dt>{t(`new.after.${track}.${step}.when`)}</dt>
              <dd>{t(`new.after.${track}.${step}.what`, to ?? { hospital: form.outHospital })}</dd>
            </div>
          ))}
        </dl>
        {phone && <PhoneLink number={phone} label={t(track === 'outside' ? 'new.after.callOutside' : 'consults:call.center')} />}
        <small className="mute">{t('new.qc')}</small>
      </div>
    </Card>
  );
};
