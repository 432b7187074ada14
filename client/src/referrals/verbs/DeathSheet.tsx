import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentField } from '../../ui/MomentField.tsx';
import { referrals } from '../api.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { NoteField, useNote } from './NoteField.tsx';
import { VerbSheet } from './VerbSheet.tsx';

/** 途中死亡: when and how. */
export const DeathSheet = ({ referral, name, onClose }: FormProps) => {
  const { t } = useTranslation('referrals');
  const noting = useNote(true);
  const [at, setAt] = useState<string | null>(null);
  const verb = useVerb(referral.id);
  const send = () => {
    const given = noting.take();
    if (!given?.note) return;
    const input = { id: referral.id, note: given.note, ...(at && { at }) };
    verb.run({ work: () => referrals.die(input), done: t('past.die'), after: onClose });
  };
  return (
    <VerbSheet referral={referral} name={name} verb={verb} grave onSend={send} onClose={onClose}>
      <MomentField label={t('page.at.die')} hint={t('page.at.now')} value={at} onChange={setAt} />
      <NoteField noting={noting} name={name} />
    </VerbSheet>
  );
};
