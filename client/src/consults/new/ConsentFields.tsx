import { useTranslation } from 'react-i18next';
import { Choice, FieldError } from '../../ui/Field.tsx';
import { type Bind, SelectField, SwitchField, TextField } from '../../ui/form/bind.tsx';
import type { Form } from './form.ts';

const signers = ['patient', 'guardian', 'relative'] as const;
const bases = ['lifeThreatening', 'noRelativeReachable'] as const;

/** Who signed, and their name. */
export const SignerFields = ({ bind }: { bind: Bind<Pick<Form, 'signer' | 'signerName'>> }) => {
  const { t } = useTranslation('consults');
  return (
    <>
      <SelectField bind={bind} name="signer" options={signers} word={(signer) => t(`consent.${signer}`)} />
      <TextField bind={bind} name="signerName" maxLength={60} autoComplete="off" />
    </>
  );
};

const Signed = ({ bind }: { bind: Bind<Form> }) => {
  const { t } = useTranslation('consults');
  const { form, set, error } = bind;
  return (
    <div className="grid">
      <SignerFields bind={bind} />
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

/** The legal basis of signing later. */
export const DeferredFields = ({ bind: { form, set, error } }: { bind: Bind<Pick<Form, 'basis'>> }) => {
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

type ConsentBind = Bind<Pick<Form, 'consent'>>;

/** What cannot wait may go first and be signed for later. */
export const ConsentPick = ({ bind: { form, set } }: { bind: ConsentBind }) => {
  const { t } = useTranslation('consults');
  return (
    <SwitchField
      label={t('field.consent')}
      name="consent"
      value={form.consent}
      options={['signed', 'deferred']}
      word={(state) => t(`consent.${state}`)}
      onChange={(consent) => set({ consent })}
    />
  );
};

export const SignedTick = ({ bind: { form, set } }: { bind: ConsentBind }) => {
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
export const ConsentFields = ({ bind }: { bind: Bind<Form> }) => {
  const { form, error } = bind;
  const stat = form.urgency === 'stat';
  return (
    <div className="stack">
      {stat ? <ConsentPick bind={bind} /> : <SignedTick bind={bind} />}
      {error('consent') && <FieldError>{error('consent')}</FieldError>}
      {form.consent === 'signed' && <Signed bind={bind} />}
      {stat && form.consent === 'deferred' && <DeferredFields bind={bind} />}
    </div>
  );
};
