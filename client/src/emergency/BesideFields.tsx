import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Field, TextInput } from '../ui/Field.tsx';
import { type Beside, isPhone } from './useCall.ts';

interface Props {
  beside: Beside;
  set: (part: Partial<Beside>) => void;
}

/** Bed and callback number: folded away, because neither holds a call up. */
export const BesideFields = ({ beside: { bed, callbackPhone }, set }: Props) => {
  const { t } = useTranslation('emergency');
  const wrong = callbackPhone.trim() !== '' && !isPhone(callbackPhone);
  return (
    <details className="call-fold">
      <summary>
        {t('call.beside')} <span className="mute num">{callbackPhone && t('call.callback', { phone: callbackPhone })}</span>
        <ChevronDown aria-hidden size={18} className="end" />
      </summary>
      <div className="call-beside">
        <Field label={t('call.bed')}>
          {(tied) => (
            <TextInput
              {...tied}
              value={bed}
              maxLength={20}
              autoComplete="off"
              onChange={(event) => set({ bed: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('call.phone')} error={wrong && t('call.phoneWrong')}>
          {(tied) => (
            <TextInput
              {...tied}
              type="tel"
              value={callbackPhone}
              maxLength={20}
              onChange={(event) => set({ callbackPhone: event.target.value })}
            />
          )}
        </Field>
      </div>
    </details>
  );
};
