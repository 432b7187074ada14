import type { z } from 'zod';
import type { DocumentKind, Sex } from '../../../../contract/records.ts';

/** Who it is about, as typed; an empty text is "not given". */
export interface PatientForm {
  known: boolean;
  name: string;
  sex: Sex | '';
  birthDate: string;
  /** What identifies them: an identity number unless another is chosen. */
  documentKind: z.infer<typeof DocumentKind> | '';
  idNumber: string;
  documentNumber: string;
  birthOrder: string;
  phone: string;
  visitNo: string;
  approximateAge: string;
}

export const blankPatient: PatientForm = {
  known: true,
  name: '',
  sex: '',
  birthDate: '',
  documentKind: '',
  idNumber: '',
  documentNumber: '',
  birthOrder: '1',
  phone: '',
  visitNo: '',
  approximateAge: '',
};

export const given = <T extends string>(text: T): T | undefined => (text.trim() === '' ? undefined : text);
const years = ({ approximateAge }: PatientForm) => (approximateAge.trim() === '' ? undefined : Number(approximateAge));

export const unknownOf = (form: PatientForm) => ({ known: false, sex: form.sex || 'unknown', approximateAge: years(form) });
/** What is chosen and filled in; an identity number where nothing else is chosen. */
export const papersOf = ({ documentKind: kind, idNumber, documentNumber, birthOrder }: PatientForm) => {
  if (kind === '') return { idNumber: given(idNumber) };
  if (given(documentNumber) === undefined) return {};
  const document = { kind, number: documentNumber, ...(kind === 'newbornOf' && { birthOrder: Number(birthOrder) }) };
  return { document };
};
export const knownOf = (form: PatientForm) => ({
  known: true,
  name: form.name,
  sex: given(form.sex),
  birthDate: form.birthDate,
  ...papersOf(form),
  phone: given(form.phone),
  visitNo: given(form.visitNo),
});
/** In the shape of the contract's `PatientInput`, right or not. */
export const patientOf = (form: PatientForm) => (form.known ? knownOf(form) : unknownOf(form));

/** Where on the form a fault of the patient is shown. */
export const patientField = ([first, second]: readonly PropertyKey[]): keyof PatientForm => {
  if (first === 'document') return second === 'birthOrder' ? 'birthOrder' : 'documentNumber';
  return (first ?? 'known') as keyof PatientForm;
};

/** The contract's own words for what is wrong. */
const spoken = [
  ...(['idNumber.checkDigit', 'idNumber.birthDate', 'idNumber.sex'] as const),
  ...(['document.shape', 'document.mother', 'phone.shape', 'birthDate.past'] as const),
];
/** `needed`: nothing there. */
export type Wrong = 'needed' | 'shape' | (typeof spoken)[number];

/** What a schema's complaint about this value means to whoever typed it. */
export const wrongOf = (value: unknown, message: string): Wrong => {
  if (value === '' || value === false) return 'needed';
  return spoken.find((word) => word === message) ?? 'shape';
};
