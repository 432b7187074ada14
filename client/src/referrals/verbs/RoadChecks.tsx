import { CircleAlert, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { Choice } from '../../ui/Field.tsx';
import { oxygenOf } from '../page/oxygen.ts';

const Line = ({ good, children }: { good: boolean; children: string }) => (
  <li data-c={good ? 'met' : 'unmet'}>
    {good ? <CircleCheck aria-hidden size={18} /> : <CircleAlert aria-hidden size={18} />}
    <span>{children}</span>
  </li>
);

/** What is looked at before the car leaves. It warns and stops nobody: a rescue may have reasons. */
export const RoadChecks = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const [printed, setPrinted] = useState(false);
  const { sheet } = referral;
  const oxygen = oxygenOf(referral);
  const escort = sheet.transport?.escort;
  return (
    <fieldset className="road-checks" aria-label={t('page.checks.label')}>
      <ul>
        <Line good={oxygen.state === 'enough' || oxygen.state === 'none'}>{t(`page.oxygen.${oxygen.state}`, { ...oxygen })}</Line>
        <Line good={Boolean(escort)}>{escort ? t('page.checks.escort', { who: escort }) : t('page.checks.noEscort')}</Line>
      </ul>
      <Choice type="checkbox" checked={printed} onChange={() => setPrinted(!printed)}>
        {t('page.checks.printed')}
      </Choice>
    </fieldset>
  );
};
