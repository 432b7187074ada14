import { useTranslation } from 'react-i18next';
import { PatientInput } from '../../../../contract/records.ts';
import { type PatientForm, patientField, patientOf, type Wrong, wrongOf } from '../../consults/new/patient.ts';
import { useBind } from '../../ui/form/useBind.ts';

const needed: readonly string[] = ['name', 'sex', 'birthDate'] satisfies (keyof PatientForm)[];

/** What the contract says of the person as typed. */
export const patientFaults = (form: PatientForm): Partial<Record<keyof PatientForm, Wrong>> => {
  const issues = PatientInput.safeParse(patientOf(form)).error?.issues ?? [];
  return Object.fromEntries(
    issues.map(({ path, message }) => {
      const name = patientField(path);
      return [name, wrongOf(form[name], message)];
    }),
  );
};

/** The patient's part of a form, in the words of the consult that asks the same. */
export const usePatientBind = (form: PatientForm, set: (part: Partial<PatientForm>) => void) => {
  const { t } = useTranslation('consults');
  return useBind<PatientForm>({
    form,
    set,
    faults: patientFaults(form),
    required: (name) => form.known && needed.includes(name),
    label: (name) => t(`field.${name}`),
    wrong: (name, fault) => t([`wrong.${name}.${fault}`, `wrong.${fault}`]),
  });
};
