import { useTranslation } from 'react-i18next';
import { referrals } from '../api.ts';
import { useVerb } from '../page/useVerb.ts';
import { endFull } from '../page/words.ts';
import type { FormProps } from './form.ts';
import { VerbSheet } from './VerbSheet.tsx';

/** A sheet that lacks nothing goes on its way. */
export const SendSheet = ({ referral, name, onClose }: FormProps) => {
  const { t } = useTranslation('referrals');
  const verb = useVerb(referral.id);
  const { id, version, to } = referral;
  const send = () => verb.run({ work: () => referrals.submit({ id, version }), done: t(`past.${name}`), after: onClose });
  return (
    <VerbSheet referral={referral} name={name} verb={verb} onSend={send} onClose={onClose}>
      <p>{t('page.sendTo', { to: [endFull(to), to.department?.name].filter(Boolean).join(' ') })}</p>
    </VerbSheet>
  );
};
