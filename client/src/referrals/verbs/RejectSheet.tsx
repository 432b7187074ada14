import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RejectReason } from '../../../../contract/referralSheet.ts';
import { Choice, FieldError } from '../../ui/Field.tsx';
import { referrals } from '../api.ts';
import { PLANS } from '../page/plans.ts';
import { useSides } from '../page/side.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { NoteField, useNote } from './NoteField.tsx';
import { VerbSheet } from './VerbSheet.tsx';

/** A hospital says no, or takes its yes back: one of five reasons; 推荐他院 says which. */
export const RejectSheet = ({ referral, name, onClose }: FormProps) => {
  const { t } = useTranslation('referrals');
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState<RejectReason | null>(null);
  const [asked, setAsked] = useState(false);
  const noting = useNote(name === 'revoke' || reason === 'R5');
  const verb = useVerb(referral.id);
  const { id } = referral;
  const { sender } = useSides(referral);
  /** Whoever has said no for their own hospital sees the case no longer; the sender who said it for another goes on. */
  const after = () => {
    onClose();
    if (sender) return void cache.invalidateQueries({ queryKey: ['referrals'] });
    void navigate('/referrals');
    cache.removeQueries({ queryKey: referrals.read.query({ id }).queryKey });
  };
  const send = () => {
    setAsked(true);
    const given = noting.take();
    if (!reason || !given) return;
    const work = async () => {
      await (name === 'revoke'
        ? referrals.revoke({ id, reason, note: given.note ?? '' })
        : referrals.reject({ id, reason, ...given }));
      return null;
    };
    verb.run({ work, done: t(`past.${name}`), after });
  };
  return (
    <VerbSheet referral={referral} name={name} verb={verb} grave={PLANS[name].grave ?? false} onSend={send} onClose={onClose}>
      <fieldset aria-label={t('page.why.reject')}>
        {RejectReason.options.map((one) => (
          <Choice key={one} type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)}>
            <span className="mute num">{one}</span> {t(`rejectReason.${one}`)}
          </Choice>
        ))}
        {asked && !reason && <FieldError>{t('page.chooseReason')}</FieldError>}
      </fieldset>
      <NoteField noting={noting} name={reason === 'R5' ? 'elsewhere' : 'reject'} />
    </VerbSheet>
  );
};
