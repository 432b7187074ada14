import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PatientInput } from '../../../../contract/records.ts';
import { KnownPick, PatientFields } from '../../consults/new/PatientFields.tsx';
import { blankPatient, type PatientForm, patientOf } from '../../consults/new/patient.ts';
import { usePatientBind } from '../../referrals/form/patientBind.ts';
import { Field, TextInput } from '../../ui/Field.tsx';
import { emergency as actions } from '../api.ts';
import { RecordSheet } from './RecordSheet.tsx';
import type { SheetProps } from './sheetProps.ts';
import { useVerb } from './useVerb.ts';

/** Who it is, once that is known, and where they lie. */
export const IdentifySheet = ({ rescue, emergency, onClose }: SheetProps) => {
  const { t } = useTranslation('emergencyCase');
  const { patient } = emergency;
  const [form, setForm] = useState<PatientForm>({
    ...blankPatient,
    known: true,
    sex: patient.sex === 'unknown' ? '' : patient.sex,
    approximateAge: patient.approximateAge === null ? '' : String(patient.approximateAge),
  });
  const [bed, setBed] = useState(rescue.bed ?? '');
  const { bind, ask } = usePatientBind(form, (part) => setForm((now) => ({ ...now, ...part })));
  const verb = useVerb(rescue.id);
  const nothingTyped = form.known && form.name.trim() === '' && form.birthDate === '';
  const send = () => {
    const where = bed.trim() ? { bed: bed.trim() } : {};
    const named = PatientInput.safeParse(patientOf(form));
    const onlyBed = patient.known || (nothingTyped && bed.trim() !== '');
    if (!onlyBed && !named.success) return ask();
    const who = onlyBed || !named.success ? {} : { patient: named.data };
    verb.run({
      work: () => actions.identify({ id: rescue.id, ...who, ...where }),
      done: t('verb.done.identify'),
      after: onClose,
    });
  };
  const title = t(patient.known ? 'verb.bed' : 'verb.identify');
  return (
    <RecordSheet rescue={rescue} title={title} word={t('identify.send')} verb={verb} onSend={send} onClose={onClose}>
      <Field label={t('identify.bed')} hint={t('identify.bedHint')}>
        {(tied) => <TextInput {...tied} maxLength={20} value={bed} onChange={(event) => setBed(event.target.value)} />}
      </Field>
      {!patient.known && (
        <>
          <KnownPick bind={bind} />
          <PatientFields bind={bind} brief={false} />
        </>
      )}
    </RecordSheet>
  );
};
