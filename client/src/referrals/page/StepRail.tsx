import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { dateTime } from '../../lib/format.ts';
import { Card } from '../../ui/Card.tsx';
import { usePhone } from '../../ui/usePhone.ts';
import { type RailStep, railOf, refusals } from './rail.ts';
import { endName } from './words.ts';
import './StepRail.css';

/** When and by whom, or who is waited for. */
const useUnder = (referral: Referral) => {
  const { t } = useTranslation('referrals');
  return ({ state, at, by, side }: RailStep): string => {
    if (state === 'done') return [at && dateTime(at), by].filter(Boolean).join(' ');
    if (state === 'unrecorded') return t('page.rail.unrecorded');
    if (state === 'stopped') return t(`status.${referral.status}`);
    if (state === 'off') return '';
    const far = endName(side === 'sender' ? referral.from : referral.to);
    return far ? t('page.rail.waits', { who: far }) : '';
  };
};

/** Times said no, beside the step that had to be asked again. */
const Branch = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const n = refusals(referral);
  if (n === 0) return null;
  return <small className="rail-branch">{t('page.rail.refused', { count: n, n })}</small>;
};

/** The way of a referral, step by step. */
export const StepRail = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const under = useUnder(referral);
  return (
    <ol className="rail-steps" aria-label={t('page.rail.label')}>
      {railOf(referral).map((step) => (
        <li key={step.name} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <b>{t(`page.rail.${step.name}`)}</b>
          <small className="num">{under(step)}</small>
          {step.name === 'receive' && <Branch referral={referral} />}
        </li>
      ))}
    </ol>
  );
};

/** In the hand the way is a list from top to bottom, below what can be done. */
export const StepCard = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  if (!usePhone()) return null;
  return (
    <Card title={t('page.rail.label')}>
      <StepRail referral={referral} />
    </Card>
  );
};
