import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { Field, TextArea } from '../../ui/Field.tsx';
import { referrals } from '../api.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { VerbSheet } from './VerbSheet.tsx';

export type Info = Referral['infos'][number];

/** 要补资料, or the answer to it; the referral goes on meanwhile. */
export const InfoSheet = ({ referral, info, onClose }: Omit<FormProps, 'name'> & { info: Info | null }) => {
  const { t } = useTranslation('referrals');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const verb = useVerb(referral.id);
  const name = info ? 'answerInfo' : 'askInfo';
  const { id } = referral;
  const said = text.trim();
  const work = () =>
    info ? referrals.answerInfo({ id, infoId: info.id, answer: said }) : referrals.askInfo({ id, question: said });
  const send = () => {
    setAsked(true);
    if (said) verb.run({ work, done: t(`past.${name}`), after: onClose });
  };
  return (
    <VerbSheet referral={referral} name={name} verb={verb} onSend={send} onClose={onClose}>
      {info && <p className="info-question">{info.question}</p>}
      <Field label={t(`page.info.${name}`)} required error={asked && !said && t('page.needed')} hint={t(`page.info.${name}Hint`)}>
        {(tied) => (
          <TextArea {...tied} maxLength={info ? 2000 : 500} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
    </VerbSheet>
  );
};
