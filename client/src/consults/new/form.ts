import type { z } from 'zod';
import { ConsultRequest, StatRequest, type Urgency } from '../../../../contract/consults.ts';
import { blankPatient, given, type PatientForm, patientField, patientOf, unknownOf, type Wrong, wrongOf } from './patient.ts';

/** What is on the form: text as typed; an empty text is "not given". */
export interface Form extends PatientForm {
  urgency: Urgency | '';
  /** The case of a center that it is asked from: its patient is the patient. */
  emergencyId: string;
  fromHospitalId: string;
  toDepartmentId: string;
  bed: string;
  purpose: string;
  callbackPhone: string;
  dxName: string;
  dxCode: string;
  reason: string;
  summary: string;
  auxResults: string;
  wantedTitle: string;
  consent: 'signed' | 'deferred' | '';
  signer: 'patient' | 'guardian' | 'relative' | '';
  signerName: string;
  feeExplained: boolean;
  basis: 'lifeThreatening' | 'noRelativeReachable' | '';
}
export type Name = keyof Form;

export const blank: Form = {
  ...blankPatient,
  urgency: '',
  emergencyId: '',
  fromHospitalId: '',
  toDepartmentId: '',
  bed: '',
  purpose: '',
  callbackPhone: '',
  dxName: '',
  dxCode: '',
  reason: '',
  summary: '',
  auxResults: '',
  wantedTitle: '',
  consent: '',
  signer: '',
  signerName: '',
  feeExplained: false,
  basis: '',
};

export const consentOf = ({ consent, signer, signerName, feeExplained, basis }: Form) => {
  if (consent === 'signed') return { state: 'signed', signer: given(signer), signerName, feeExplained };
  return consent === 'deferred' ? { state: 'deferred', basis: given(basis) } : undefined;
};
export const dxOf = ({ dxName, dxCode }: Form) => (given(dxName) ? { name: dxName, code: given(dxCode) } : undefined);

type Raw = Record<string, unknown>;

const rawOf = (form: Form): Raw => ({
  urgency: form.urgency || 'urgent',
  toDepartmentId: form.toDepartmentId,
  fromHospitalId: given(form.fromHospitalId),
  ...(form.emergencyId ? { emergencyId: form.emergencyId } : { patient: patientOf(form) }),
  purpose: form.purpose,
  callbackPhone: form.callbackPhone,
  dx: dxOf(form),
  reason: given(form.reason),
  summary: given(form.summary),
  auxResults: given(form.auxResults),
  wantedTitle: given(form.wantedTitle),
  bed: given(form.bed),
  consent: consentOf(form),
});

type Issue = z.core.$ZodIssue;

/** Where on the form a fault of the request is shown. */
const fieldOf = ({ path: [top, inner, ...rest] }: Issue): Name => {
  if (top === 'patient') return patientField(inner === undefined ? [] : [inner, ...rest]);
  if (top === 'dx') return inner === 'code' ? 'dxCode' : 'dxName';
  if (top === 'consent') return inner === undefined || inner === 'state' ? 'consent' : (inner as Name);
  return top as Name;
};

export type Faults = Partial<Record<Name, Wrong>>;

const faultsOf = (form: Form, issues: readonly Issue[]): Faults =>
  Object.fromEntries(issues.map((issue) => [fieldOf(issue), wrongOf(form[fieldOf(issue)], issue.message)]));

export type Request = z.output<typeof ConsultRequest>;

interface Checked {
  /** Absent while something that cannot wait is missing. */
  request?: Request;
  /** All that is wrong or missing; with a `request` beside them they do not stop it. */
  faults: Faults;
}

/** What a STAT goes out without. */
const CAN_WAIT: readonly unknown[] = ['idNumber', 'document', 'phone', 'visitNo', 'approximateAge'];

/** Leaves out of a STAT what is not right yet: it follows later (domain §0.4). */
const soften = (form: Form, raw: Raw, issues: readonly Issue[]): Raw => {
  const kept = { ...raw };
  for (const {
    path: [top, inner],
  } of issues) {
    if (top === 'patient' && CAN_WAIT.includes(inner))
      kept['patient'] = { ...(kept['patient'] as Raw), [String(inner)]: undefined };
    else if (top === 'patient') kept['patient'] = unknownOf(form);
    else kept[String(top)] = undefined;
  }
  return kept;
};

/** A fault may hide another: what is left is looked at again, until nothing more can be left out. */
const ROUNDS = 4;
const sendable = (form: Form, raw: Raw, rounds = ROUNDS): Request | undefined => {
  const { data, error } = StatRequest.safeParse(raw);
  if (!error || rounds === 0) return data;
  return sendable(form, soften(form, raw, error.issues), rounds - 1);
};

const checkStat = (form: Form): Checked => {
  const raw = rawOf(form);
  const whole = StatRequest.safeParse(raw);
  if (whole.success) return { request: whole.data, faults: {} };
  const faults = faultsOf(form, whole.error.issues);
  const request = sendable(form, raw);
  return request ? { request, faults } : { faults };
};

/** Only a STAT may put the consent off: chosen for one, it is not there any more once the urgency is another. */
const withoutDeferral = (form: Form): Form => (form.consent === 'deferred' ? { ...form, consent: '' } : form);

/** The request that the form makes, by the contract's own schema. */
export const check = (written: Form): Checked => {
  if (written.urgency === 'stat') return checkStat(written);
  const form = withoutDeferral(written);
  const whole = ConsultRequest.safeParse(rawOf(form));
  const faults = whole.success ? {} : faultsOf(form, whole.error.issues);
  if (!form.urgency) return { faults: { urgency: 'needed', ...faults } };
  return whole.success ? { request: whole.data, faults } : { faults };
};

const always: readonly Name[] = ['urgency', 'purpose', 'callbackPhone', 'toDepartmentId'];
const full: readonly Name[] = [
  ...always,
  'name',
  'sex',
  'birthDate',
  'dxName',
  'reason',
  'summary',
  'consent',
  'signer',
  'signerName',
  'feeExplained',
  'basis',
];

/** What is marked as required: three things and an addressee for a STAT; of 无名氏 no sex. */
export const isRequired = ({ urgency, known }: Form, name: Name): boolean =>
  (urgency === 'stat' ? always : full).includes(name) && (known || name !== 'sex');
/** What stops even a STAT. */
export const stopsStat: ReadonlySet<Name> = new Set(always);
