import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sex } from '../../../../contract/records.ts';
import { type Bind, SelectField, SwitchField, TextField } from '../../ui/form/bind.tsx';
import { PapersFields } from './PapersFields.tsx';
import type { PatientForm } from './patient.ts';

const sexes: readonly Sex[] = ['male', 'female', 'unknown'];

const SexField = ({ bind }: { bind: Bind<PatientForm> }) => {
  const { t } = useTranslation('common');
  return <SelectField bind={bind} name="sex" options={sexes} word={(sex) => t(`sex.${sex}`)} />;
};

interface Props {
  bind: Bind<PatientForm>;
  /** What cannot wait asks for less at first. */
  brief: boolean;
  /** Where they lie, when the case is told with them. */
  children?: ReactNode;
}

/** A known patient with what identifies them, or 无名氏 as they look. */
export const PatientFields = ({ bind, brief, children }: Props) => {
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
      {children}
      {!brief && <TextField bind={bind} name="phone" inputMode="tel" maxLength={20} autoComplete="off" />}
      {brief && <p className="wide mute small">{t('patient.briefNote')}</p>}
    </div>
  );
};

/** 有身份 / 无名氏. */
export const KnownPick = ({ bind: { form, set } }: { bind: Bind<PatientForm> }) => {
  const { t } = useTranslation('consults');
  return (
    <SwitchField
      label={t('field.known')}
      name="known"
      value={form.known ? 'known' : 'unknown'}
      options={['known', 'unknown']}
      word={(which) => t(`patient.${which}`)}
      onChange={(which) => set({ known: which === 'known' })}
    />
  );
};
