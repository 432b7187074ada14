import {
  checkVitals,
  lacking,
  Outside,
  owed,
  Sheet,
  type SheetField,
  type VitalName,
  type VitalRanges,
} from '../../../../contract/referralSheet.ts';
import { type Wrong as PatientWrong, wrongOf } from '../../consults/new/patient.ts';
import type { SheetName } from './fields.ts';
import { type Filed, type Form, goalOf, type Name, rawGoalOf } from './form.ts';
import { nameAt, rawOf } from './sheetForm.ts';

/**
 * `needed`: not there yet. `half`: the rest of what was begun (a companion's telephone). `impossible`, `swapped`: a
 * vital sign that cannot be. The others in the contract's own word.
 */
export type Wrong = PatientWrong | 'half' | 'impossible' | 'swapped';
export type Faults = Partial<Record<Name, Wrong>>;

type Raw = Record<string, unknown>;
interface Issue {
  path: PropertyKey[];
  message: string;
}

const leafless = (raw: Raw, [top, inner]: readonly PropertyKey[]): Raw => {
  const { [String(top)]: group, ...rest } = raw;
  if (inner === undefined || Array.isArray(group) || typeof group !== 'object') return rest;
  const { [String(inner)]: _wrong, ...others } = group as Raw;
  return { ...rest, [String(top)]: others };
};

/** What of the sheet is right: first without the wrong fields, then, where that leaves a group half, without the group. */
const rightOf = (raw: Raw, issues: readonly Issue[]): Sheet => {
  const without = issues.reduce((kept, { path }) => leafless(kept, path), raw);
  const again = Sheet.safeParse(without);
  if (again.success) return again.data;
  return Sheet.parse(again.error.issues.reduce((kept, { path }) => leafless(kept, path.slice(0, 1)), without));
};

const sheetFaults = (form: Form, issues: readonly Issue[]): Faults =>
  Object.fromEntries(
    issues.flatMap(({ path, message }) => {
      const name = nameAt(path);
      return name ? [[name, form[name].length === 0 ? 'half' : wrongOf(form[name], message)]] : [];
    }),
  );

const OUTSIDE: Record<string, Name> = {
  hospital: 'outHospital',
  department: 'outDepartment',
  phone: 'outPhone',
  city: 'outCity',
};

const goalFaults = (form: Form): Faults => {
  if (goalOf(form)) return {};
  const raw = rawGoalOf(form);
  if (!('outside' in raw)) return { departmentId: 'needed' };
  const issues = Outside.safeParse(raw.outside).error?.issues ?? [];
  return Object.fromEntries(
    issues.map(({ path, message }) => {
      const name = OUTSIDE[String(path[0])] ?? 'outHospital';
      return [name, wrongOf(form[name], message)];
    }),
  );
};

/** The first field of what the sheet is asked for. */
export const FIRST: Record<SheetField, SheetName> = {
  dx: 'dxName',
  reasons: 'reasons',
  callbackPhone: 'callbackPhone',
  complaint: 'complaint',
  presentIllness: 'presentIllness',
  allergies: 'allergies',
  vitals: 'temperature',
  treatments: 'treatments',
  infection: 'infection',
  consent: 'consent',
  companion: 'companionName',
  transport: 'mode',
  homePlan: 'rehabilitation',
};

const vitalFaults = ({ vitals = {} }: Sheet, impossible: readonly VitalName[]): Faults => {
  const { systolic, diastolic, spo2, oxygen } = vitals;
  const isSwapped = systolic !== undefined && diastolic !== undefined && diastolic >= systolic;
  const wrong = (vital: VitalName): Wrong => (vital === 'diastolic' && isSwapped ? 'swapped' : 'impossible');
  return {
    ...(spo2 !== undefined && oxygen === undefined && { oxygen: 'half' }),
    ...Object.fromEntries(impossible.map((vital) => [vital, wrong(vital)])),
  };
};

const withoutVitals = ({ vitals = {}, ...sheet }: Sheet, wrong: readonly VitalName[]): Sheet => {
  const right = Object.entries(vitals).filter(([name]) => !wrong.some((vital) => vital === name));
  return { ...sheet, ...(right.length > 0 && { vitals: Object.fromEntries(right) }) };
};

export interface Checked {
  /** All that is right; what is not stays on the device until it is. */
  sheet: Sheet;
  faults: Faults;
  /** Worth a second look, never in the way. */
  unusual: VitalName[];
  owed: SheetField[];
  lacking: SheetField[];
}

const owedFaults = (form: Form, fields: readonly SheetField[]): Faults =>
  Object.fromEntries(fields.map((field) => FIRST[field]).flatMap((name) => (form[name].length === 0 ? [[name, 'needed']] : [])));

/** How the form stands, by the contract's own schema and the dictionary of vital signs. */
export const check = (form: Form, { direction }: Pick<Filed, 'direction'>, ranges: VitalRanges): Checked => {
  const raw = rawOf(form);
  const whole = Sheet.safeParse(raw);
  const issues = whole.success ? [] : whole.error.issues;
  const right = whole.success ? whole.data : rightOf(raw, issues);
  const found = checkVitals(right.vitals ?? {}, ranges);
  const of = (kind: 'impossible' | 'unusual') => found.filter(({ finding }) => finding === kind).map(({ vital }) => vital);
  const sheet = withoutVitals(right, of('impossible'));
  const filed = { direction, lane: form.lane, sheet };
  const faults = {
    ...owedFaults(form, owed(filed)),
    ...goalFaults(form),
    ...sheetFaults(form, issues),
    ...vitalFaults(right, of('impossible')),
  };
  return { sheet, faults, unusual: of('unusual'), owed: owed(filed), lacking: lacking(filed) };
};

export const GOAL: readonly Name[] = ['departmentId', 'outHospital', 'outPhone'];

/** What keeps the form from being sent: anything, but of a green lane only where it goes and its three things. */
export const stops = (form: Form, { faults }: Checked): Name[] => {
  const wrong = Object.keys(faults) as Name[];
  return form.lane === 'elective' ? wrong : wrong.filter((name) => faults[name] === 'needed' || GOAL.includes(name));
};

/** Typed, and kept from the server: not right, or half. */
export const heldBack = ({ faults }: Checked): Name[] =>
  (Object.keys(faults) as Name[]).filter((name) => faults[name] !== 'needed' && name !== 'oxygen');
