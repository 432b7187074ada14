import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextInput } from '../../ui/Field.tsx';
import { MomentField } from '../../ui/MomentField.tsx';
import { referrals } from '../api.ts';
import { useSides } from '../page/side.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { VerbSheet } from './VerbSheet.tsx';

/** The patient is there. Either side may say so; the receiving desk types or scans the appointment code. */
export const ArriveSheet = ({ referral, name, onClose }: FormProps) => {
  const { t } = useTranslation('referrals');
  const { receiver } = useSides(referral);
  const [at, setAt] = useState<string | null>(null);
  const [texts, setTexts] = useState({ code: '', evidence: '' });
  const [asked, setAsked] = useState(false);
  // Who is not at the door says how they know.
  const lacks = !receiver && texts.evidence.trim() === '';
  const verb = useVerb(referral.id);
  const send = () => {
    setAsked(true);
    if (lacks) return;
    const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
    const input = { id: referral.id, ...given, ...(at && { at }) };
    verb.run({ work: () => referrals.arrive(input), done: t('past.arrive'), after: onClose });
  };
  const fields = receiver ? (['code', 'evidence'] as const) : (['evidence'] as const);
  return (
    <VerbSheet referral={referral} name={name} verb={verb} onSend={send} onClose={onClose}>
      {fields.map((key) => (
        <Field
          key={key}
          label={t(`page.arrive.${key}`)}
          hint={t(`page.arrive.${key}Hint`)}
          required={!receiver}
          error={asked && lacks && t('page.needed')}
        >
          {(tied) => (
            <TextInput
              {...tied}
              autoComplete="off"
              maxLength={key === 'code' ? 20 : 500}
              value={texts[key]}
              onChange={(event) => setTexts({ ...texts, [key]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <MomentField label={t('page.at.arrive')} hint={t('page.at.now')} value={at} onChange={setAt} />
    </VerbSheet>
  );
};
