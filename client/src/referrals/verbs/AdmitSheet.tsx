import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice, Field, FieldError, TextInput } from '../../ui/Field.tsx';
import { referrals } from '../api.ts';
import { useVerb } from '../page/useVerb.ts';
import type { FormProps } from './form.ts';
import { VerbSheet } from './VerbSheet.tsx';

const ways = ['inpatient', 'icu', 'observation', 'outpatient'] as const;

/** 收治: how, and in which department. */
export const AdmitSheet = ({ referral, name, onClose }: FormProps) => {
  const { t } = useTranslation('referrals');
  const [way, setWay] = useState<(typeof ways)[number] | null>(null);
  const [department, setDepartment] = useState(referral.hold?.department ?? referral.to.department?.name ?? '');
  const [asked, setAsked] = useState(false);
  const verb = useVerb(referral.id);
  const send = () => {
    setAsked(true);
    if (!way) return;
    const input = { id: referral.id, way, ...(department.trim() && { department: department.trim() }) };
    verb.run({ work: () => referrals.admit(input), done: t('past.admit'), after: onClose });
  };
  return (
    <VerbSheet referral={referral} name={name} verb={verb} onSend={send} onClose={onClose}>
      <fieldset aria-label={t('page.admit.way')}>
        {ways.map((one) => (
          <Choice key={one} type="radio" name="way" checked={way === one} onChange={() => setWay(one)}>
            {t(`page.admit.${one}`)}
          </Choice>
        ))}
        {asked && !way && <FieldError>{t('page.choose')}</FieldError>}
      </fieldset>
      <Field label={t('page.admit.department')}>
        {(tied) => (
          <TextInput {...tied} maxLength={60} value={department} onChange={(event) => setDepartment(event.target.value)} />
        )}
      </Field>
    </VerbSheet>
  );
};
