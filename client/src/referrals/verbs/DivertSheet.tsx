import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { referrals } from '../api.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { NoteField, useNote } from './NoteField.tsx';
import { OutsideFields } from './OutsideFields.tsx';
import { blankOutside, outsideOf } from './outside.ts';
import { VerbSheet } from './VerbSheet.tsx';

/** 途中改送: the nearest door took the patient. */
export const DivertSheet = ({ referral, name, onClose }: FormProps) => {
  const { t } = useTranslation('referrals');
  const [text, setText] = useState(blankOutside);
  const [asked, setAsked] = useState(false);
  const noting = useNote(true);
  const verb = useVerb(referral.id);
  const send = () => {
    setAsked(true);
    const given = noting.take();
    const to = outsideOf(text);
    if (!given?.note || !to) return;
    const input = { id: referral.id, to, note: given.note };
    verb.run({ work: () => referrals.divert(input), done: t('past.divert'), after: onClose });
  };
  return (
    <VerbSheet referral={referral} name={name} verb={verb} grave onSend={send} onClose={onClose}>
      <OutsideFields text={text} onChange={setText} asked={asked} />
      <NoteField noting={noting} name={name} />
    </VerbSheet>
  );
};
