import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock.ts';
import { MomentField } from '../../ui/MomentField.tsx';
import { referrals } from '../api.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { VerbSheet } from './VerbSheet.tsx';

export const DischargeSheet = ({ referral, name, onClose }: FormProps) => {
  const { t } = useTranslation('referrals');
  const [at, setAt] = useState<string | null>(() => new Date(serverNow()).toISOString());
  const [asked, setAsked] = useState(false);
  const verb = useVerb(referral.id);
  const send = () => {
    setAsked(true);
    if (at) verb.run({ work: () => referrals.discharge({ id: referral.id, at }), done: t('past.discharge'), after: onClose });
  };
  return (
    <VerbSheet referral={referral} name={name} verb={verb} onSend={send} onClose={onClose}>
      <MomentField label={t('page.at.discharge')} required error={asked && !at && t('page.needed')} value={at} onChange={setAt} />
    </VerbSheet>
  );
};
