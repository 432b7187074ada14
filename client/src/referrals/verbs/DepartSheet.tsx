import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock.ts';
import { MomentField } from '../../ui/MomentField.tsx';
import { Note } from '../../ui/Note.tsx';
import { referrals } from '../api.ts';
import { etaFrom } from '../page/eta.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { RoadChecks } from './RoadChecks.tsx';
import { VerbSheet } from './VerbSheet.tsx';

/** The car has left: since when, and when it should be there. */
export const DepartSheet = ({ referral, name, onClose }: FormProps) => {
  const { t } = useTranslation('referrals');
  const [at, setAt] = useState<string | null>(null);
  const [eta, setEta] = useState(() => etaFrom(referral, serverNow()));
  const [asked, setAsked] = useState(false);
  const verb = useVerb(referral.id);
  const leave = (moment: string | null) => {
    setAt(moment);
    if (moment) setEta(etaFrom(referral, Date.parse(moment)));
  };
  const send = () => {
    setAsked(true);
    if (!eta) return;
    const input = { id: referral.id, expectedAt: eta, ...(at && { at }) };
    verb.run({ work: () => referrals.depart(input), done: t('past.depart'), after: onClose });
  };
  return (
    <VerbSheet referral={referral} name={name} verb={verb} onSend={send} onClose={onClose}>
      {!referral.accepted && <Note c="urgent">{t('page.checks.notAccepted')}</Note>}
      <RoadChecks referral={referral} />
      <MomentField
        label={t('page.eta.label')}
        hint={t('page.eta.road')}
        required
        error={asked && !eta && t('page.needed')}
        value={eta}
        onChange={setEta}
      />
      <MomentField label={t('page.at.depart')} hint={t('page.at.now')} value={at} onChange={leave} />
    </VerbSheet>
  );
};
