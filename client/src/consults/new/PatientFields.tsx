import { useTranslation } from 'react-i18next';
import type { Sex } from '../../../../contract/records.ts';
import { Field, Select } from '../../ui/Field.tsx';
import { type Bind, TextField } from './bind.tsx';
import { PapersFields } from './PapersFields.tsx';

const sexes: readonly Sex[] = ['male', 'female', 'unknown'];

const SexField = ({ bind }: { bind: Bind }) => {
  const { t } = useTranslation(['consults', 'common']);
  return (
    <Field label={t('field.sex')} required={bind.required.has('sex') && bind.form.known} error={bind.error('sex')}>
      {(tied) => (
        <Select
          {...tied}
          data-field="sex"
          value={bind.form.sex}
          onChange={(event) => bind.set({ sex: event.target.value as Sex | '' })}
          onBlur={() => bind.touch('sex')}
        >
          <option value="">{t('choose')}</option>
          {sexes.map((sex) => (
            <option key={sex} value={sex}>
              {t(`common:sex.${sex}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
};

/** A known patient with what identifies them, or 无名氏 as they look. `brief`: what a STAT asks for first. */
export const PatientFields = ({ bind, brief }: { bind: Bind; brief: boolean }) => {
  const { t } = useTranslation('consults');
  const { form, set } = bind;
  const today = new Date().toISOString().slice(0, 10);
  const age = <TextField bind={bind} name="approximateAge" inputMode="numeric" type="number" min={0} max={120} />;
  if (!form.known) {
    return (
      <div className="grid">
        <SexField bind={bind} />
        {age}
        <p className="wide mute small">{t('patient.unknownNote')}</p>
      </div>
    );
  }
  return (
    <div className="grid">
      <TextField bind={bind} name="name" maxLength={60} autoComplete="off" />
      <PapersFields bind={bind} />
      <SexField bind={bind} />
      <TextField
        bind={bind}
        name="birthDate"
        type="date"
        max={today}
        onChange={(event) => set({ birthDate: event.target.value })}
      />
      {brief && age}
      <TextField bind={bind} name="visitNo" maxLength={40} autoComplete="off" />
      <TextField bind={bind} name="bed" maxLength={20} autoComplete="off" />
      {!brief && <TextField bind={bind} name="phone" inputMode="tel" maxLength={20} autoComplete="off" />}
      {brief && <p className="wide mute small">{t('patient.briefNote')}</p>}
    </div>
  );
};

/** 有身份 / 无名氏. */
export const KnownPick = ({ bind: { form, set } }: { bind: Bind }) => {
  const { t } = useTranslation('consults');
  return (
    <fieldset className="switch" aria-label={t('field.known')}>
      {[true, false].map((known) => (
        <label key={String(known)} className={form.known === known ? 'switch-on' : ''}>
          <input type="radio" name="known" checked={form.known === known} onChange={() => set({ known })} />
          {known ? t('patient.known') : t('patient.unknown')}
        </label>
      ))}
    </fieldset>
  );
};
