import { useTranslation } from 'react-i18next';
import { referrals } from '../api.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { RoadChecks } from './RoadChecks.tsx';
import { VerbSheet } from './VerbSheet.tsx';

type Props = Omit<FormProps, 'name'>;

/** The car stands ready: the last look before the road. */
export const ReadySheet = ({ referral, onClose }: Props) => {
  const { t } = useTranslation('referrals');
  const verb = useVerb(referral.id);
  const { id } = referral;
  const send = () => verb.run({ work: () => referrals.ready({ id }), done: t('past.ready'), after: onClose });
  return (
    <VerbSheet referral={referral} name="ready" verb={verb} onSend={send} onClose={onClose}>
      <RoadChecks referral={referral} />
    </VerbSheet>
  );
};
