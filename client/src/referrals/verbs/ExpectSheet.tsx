import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../lib/clock.ts';
import { Button } from '../../ui/Button.tsx';
import { MomentField } from '../../ui/MomentField.tsx';
import { referrals } from '../api.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { VerbSheet } from './VerbSheet.tsx';

/** One thumb in a moving car: so much later than was said. */
const LATER_MINUTES = [15, 30, 60] as const;

/** A new ETA; the bed is kept accordingly. */
export const ExpectSheet = ({ referral, onClose }: Omit<FormProps, 'name'>) => {
  const { t } = useTranslation('referrals');
  const [eta, setEta] = useState(referral.expectedAt);
  const [asked, setAsked] = useState(false);
  const verb = useVerb(referral.id);
  const from = Math.max(serverNow(), referral.expectedAt ? Date.parse(referral.expectedAt) : 0);
  const send = () => {
    setAsked(true);
    if (!eta) return;
    const input = { id: referral.id, expectedAt: eta };
    verb.run({ work: () => referrals.expect(input), done: t('past.expect'), after: onClose });
  };
  return (
    <VerbSheet referral={referral} name="expect" verb={verb} onSend={send} onClose={onClose}>
      <div className="row">
        {LATER_MINUTES.map((m) => (
          <Button key={m} onClick={() => setEta(new Date(from + m * 60_000).toISOString())}>
            {t('page.eta.later', { m })}
          </Button>
        ))}
      </div>
      <MomentField label={t('page.eta.label')} required error={asked && !eta && t('page.needed')} value={eta} onChange={setEta} />
    </VerbSheet>
  );
};
