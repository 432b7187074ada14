import { useTranslation } from 'react-i18next';
import { Choice, Field, FieldError, Select } from '../../ui/Field.tsx';
import { type Bind, TextField } from './bind.tsx';
import type { Form } from './form.ts';

const signers = ['patient', 'guardian', 'relative'] as const;
const bases = ['lifeThreatening', 'noRelativeReachable'] as const;

const Signed = ({ bind }: { bind: Bind }) => {
  const { t } = useTranslation('consults');
  const { form, set, touch, error, required } = bind;
  return (
    <div className="grid">
      <Field label={t('field.signer')} required={required.has('signer')} error={error('signer')}>
        {(tied) => (
          <Select
            {...tied}
            data-field="signer"
            value={form.signer}
            onChange={(event) => set({ signer: event.target.value as Form['signer'] })}
            onBlur={() => touch('signer')}
          >
            <option value="">{t('choose')}</option>
            {signers.map((signer) => (
              <option key={signer} value={signer}>
                {t(`consent.${signer}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TextField bind={bind} name="signerName" maxLength={60} autoComplete="off" />
      <div className="wide">
        <Choice
          type="checkbox"
          data-field="feeExplained"
          checked={form.feeExplained}
          onChange={(event) => set({ feeExplained: event.target.checked })}
        >
          {t('consent.fee')}
        </Choice>
        {error('feeExplained') && <FieldError>{t('consent.feeNeeded')}</FieldError>}
      </div>
    </div>
  );
};

const Deferred = ({ bind: { form, set, error } }: { bind: Bind }) => {
  const { t } = useTranslation('consults');
  return (
    <fieldset aria-label={t('field.basis')}>
      {bases.map((basis) => (
        <Choice
          key={basis}
          type="radio"
          name="basis"
          data-field="basis"
          checked={form.basis === basis}
          onChange={() => set({ basis })}
        >
          {t(`consent.${basis}`)}
        </Choice>
      ))}
      {error('basis') && <FieldError>{error('basis')}</FieldError>}
    </fieldset>
  );
};

/** A STAT may go first and be signed for later. */
const Pick = ({ bind: { form, set } }: { bind: Bind }) => {
  const { t } = useTranslation('consults');
  return (
    <fieldset className="switch" aria-label={t('field.consent')}>
      {(['signed', 'deferred'] as const).map((state) => (
        <label key={state} className={form.consent === state ? 'switch-on' : ''}>
          <input
            type="radio"
            name="consent"
            data-field="consent"
            checked={form.consent === state}
            onChange={() => set({ consent: state })}
          />
          {t(`consent.${state}`)}
        </label>
      ))}
    </fieldset>
  );
};

const SignedTick = ({ bind: { form, set } }: { bind: Bind }) => {
  const { t } = useTranslation('consults');
  return (
    <Choice
      type="checkbox"
      data-field="consent"
      checked={form.consent === 'signed'}
      onChange={(event) => set({ consent: event.target.checked ? 'signed' : '' })}
    >
      {t('consent.signed')}
    </Choice>
  );
};

/** 25号: content and fee explained, signed in writing; a STAT may defer it, with its legal basis. */
export const ConsentFields = ({ bind }: { bind: Bind }) => {
  const { form, error } = bind;
  const stat = form.urgency === 'stat';
  return (
    <div className="stack">
      {stat ? <Pick bind={bind} /> : <SignedTick bind={bind} />}
      {error('consent') && <FieldError>{error('consent')}</FieldError>}
      {form.consent === 'signed' && <Signed bind={bind} />}
      {stat && form.consent === 'deferred' && <Deferred bind={bind} />}
    </div>
  );
};
