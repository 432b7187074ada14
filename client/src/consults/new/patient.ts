import type { Sex } from '../../../../contract/records.ts';

/** Who it is about, as typed; an empty text is "not given". */
export interface PatientForm {
  known: boolean;
  name: string;
  sex: Sex | '';
  birthDate: string;
  idNumber: string;
  phone: string;
  visitNo: string;
  approximateAge: string;
}

export const blankPatient: PatientForm = {
  known: true,
  name: '',
  sex: '',
  birthDate: '',
  idNumber: '',
  phone: '',
  visitNo: '',
  approximateAge: '',
};

export const given = <T extends string>(text: T): T | undefined => (text.trim() === '' ? undefined : text);
const years = ({ approximateAge }: PatientForm) => (approximateAge.trim() === '' ? undefined : Number(approximateAge));

export const unknownOf = (form: PatientForm) => ({ known: false, sex: form.sex || 'unknown', approximateAge: years(form) });
export const knownOf = (form: PatientForm) => ({
  known: true,
  name: form.name,
  sex: given(form.sex),
  birthDate: form.birthDate,
  idNumber: given(form.idNumber),
  phone: given(form.phone),
  visitNo: given(form.visitNo),
});
/** In the shape of the contract's `PatientInput`, right or not. */
export const patientOf = (form: PatientForm) => (form.known ? knownOf(form) : unknownOf(form));

/** The contract's own words for what is wrong. */
const spoken = ['idNumber.checkDigit', 'idNumber.birthDate', 'idNumber.sex', 'phone.shape', 'birthDate.past'] as const;
/** `needed`: nothing there. */
export type Wrong = 'needed' | 'shape' | (typeof spoken)[number];

/** What a schema's complaint about this value means to whoever typed it. */
export const wrongOf = (value: unknown, message: string): Wrong => {
  if (value === '' || value === false) return 'needed';
  return spoken.find((word) => word === message) ?? 'shape';
};
