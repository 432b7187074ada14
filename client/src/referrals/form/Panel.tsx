import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lacking, owed, type SheetField } from '../../../../contract/referralSheet.ts';
import { ENDED } from '../../../../contract/referralSteps.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { Card } from '../../ui/Card.tsx';
import { type Gap, Gaps, gapCount } from '../../ui/form/Gaps.tsx';
import { Note } from '../../ui/Note.tsx';
import { After } from './After.tsx';
import { type Checked, type Faults, FIRST, GOAL, stops } from './check.ts';
import type { Form, Name } from './form.ts';

interface Props {
  referral: Referral;
  form: Form;
  checked: Checked;
  onGo: (name: Name) => void;
}

const goalMissing = ({ faults }: { faults: Faults }) => Boolean(faults.departmentId ?? faults.outHospital ?? faults.outPhone);

/** What is asked for before sending: where it goes, what the lane demands, and what is there but not right. */
const useGaps = ({ form, checked }: Pick<Props, 'form' | 'checked'>) => {
  const { t } = useTranslation('referrals');
  const gap = (field: SheetField): Gap => ({
    name: field,
    title: t(`new.asked.${field}`),
    why: t(`new.why.${field}`),
    field: FIRST[field],
  });
  const goal: Gap = {
    name: 'goal',
    title: t('new.asked.goal'),
    why: t('new.why.goal'),
    field: form.place === 'platform' ? 'departmentId' : 'outHospital',
  };
  const wrong = stops(form, checked)
    .filter((name) => checked.faults[name] !== 'needed' && !GOAL.includes(name))
    .map((name) => ({ name, title: t(`new.field.${name}`), why: t('new.gaps.wrong'), field: name }));
  const now = [...(goalMissing(checked) ? [goal] : []), ...checked.owed.map(gap), ...wrong];
  const later = checked.lacking.filter((field) => !checked.owed.includes(field)).map(gap);
  return { now, later, wrong };
};

const AlsoOpen = ({ referral: { alsoOpen } }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const open = alsoOpen.filter(({ status }) => !ENDED.includes(status));
  if (open.length === 0) return null;
  return (
    <Note c="urgent">
      {open.map(({ id, referralNo, status }) => (
        <p key={id}>
          {t('new.alsoOpen')} <Link to={`/referrals/${id}`}>{referralNo}</Link> {t(`status.${status}`)}
        </p>
      ))}
    </Note>
  );
};

/** What is owed now and what may follow, and why each matters; what happens after sending. */
export const Panel = ({ referral, form, checked, onGo }: Props) => {
  const { t } = useTranslation('referrals');
  const { now, later, wrong } = useGaps({ form, checked });
  const go = (field: string) => onGo(field as Name);
  const asked = t(form.lane === 'green' ? 'new.gaps.green' : 'new.gaps.elective');
  const nothing = { direction: referral.direction, lane: form.lane, sheet: {} };
  const asking = 1 + owed(nothing).length;
  const all = asking + wrong.length;
  return (
    <>
      <AlsoOpen referral={referral} />
      <Card title={asked} aside={gapCount(now, all)}>
        <Gaps label={asked} gaps={now} all={all} onGo={go} />
      </Card>
      {later.length > 0 && (
        <Card title={t('new.gaps.later')} note={t('new.gaps.laterNote')}>
          <Gaps label={t('new.gaps.later')} gaps={later} all={1 + lacking(nothing).length - asking} onGo={go} />
        </Card>
      )}
      <After referral={referral} form={form} />
    </>
  );
};
