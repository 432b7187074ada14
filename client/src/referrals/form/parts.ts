import type { TFunction } from 'i18next';
import type { Direction, SheetField } from '../../../../contract/referralSheet.ts';
import type { SectionState } from '../../ui/form/Section.tsx';
import type { Checked } from './check.ts';
import { anyGiven, type Form, MATERNAL, type Name } from './form.ts';

export type PartName =
  | 'goal'
  | 'patient'
  | 'story'
  | 'vitals'
  | 'care'
  | 'maternal'
  | 'transport'
  | 'home'
  | 'people'
  | 'consent';

interface Plan {
  names: readonly Name[];
  /** What of it the sheet is asked for. */
  fields: readonly SheetField[];
}

const PARTS: Readonly<Record<PartName, Plan>> = {
  goal: { names: ['departmentId', 'outHospital', 'outDepartment', 'outPhone', 'outCity'], fields: [] },
  patient: { names: ['bed', 'payer', 'address'], fields: [] },
  story: {
    names: ['dxName', 'dxCode', 'reasons', 'reasonNote', 'complaint', 'presentIllness', 'pastHistory', 'allergies'],
    fields: ['dx', 'reasons', 'complaint', 'presentIllness', 'allergies'],
  },
  vitals: {
    names: [
      ...(['temperature', 'pulse', 'respiration', 'systolic', 'diastolic', 'spo2', 'oxygen'] as const),
      ...(['consciousness', 'takenAt'] as const),
    ],
    fields: ['vitals'],
  },
  care: {
    names: ['results', 'treatments', 'cautions', 'infection', 'infectionKind', 'isolation'],
    fields: ['treatments', 'infection'],
  },
  maternal: { names: MATERNAL, fields: [] },
  transport: {
    names: [
      ...(['mode', 'escort', 'routeMinutes', 'oxygenFlow', 'oxygenLitres', 'risks', 'riskNote', 'instructions'] as const),
      ...(['plate', 'carPhone'] as const),
    ],
    fields: ['transport'],
  },
  home: { names: ['rehabilitation', 'medication', 'followUp', 'followUpAt'], fields: ['homePlan'] },
  people: {
    names: ['callbackPhone', 'companionName', 'companionRelation', 'companionPhone'],
    fields: ['companion', 'callbackPhone'],
  },
  consent: { names: ['consent', 'signer', 'signerName', 'signedAt', 'basis'], fields: ['consent'] },
};

const ORDER = Object.keys(PARTS) as PartName[];
export const partOf = (name: Name): PartName => ORDER.find((part) => PARTS[part].names.includes(name)) ?? 'goal';

/** 下转 has a plan for home instead of a road with escort and oxygen. */
export const partsOf = ({ direction, maternal }: { direction: Direction; maternal: boolean }): PartName[] =>
  ORDER.filter((part) => {
    if (part === 'maternal') return maternal;
    return part !== (direction === 'down' ? 'transport' : 'home');
  });

/** The parts that hold some of these fields of the sheet: what a green lane still owes after it was sent. */
export const partsWith = (parts: readonly PartName[], fields: readonly SheetField[]): PartName[] =>
  parts.filter((part) => PARTS[part].fields.some((field) => fields.includes(field)));

/** A green lane opens with what it cannot leave without; the rest may follow. */
export const AT_ONCE: ReadonlySet<PartName> = new Set(['goal', 'story', 'people']);

interface Reading {
  form: Form;
  checked: Checked;
  t: TFunction<['referrals', 'common']>;
}

/** How a part stands, for its title and for the list of parts. */
export const stateOf = (part: PartName, { form, checked, t }: Reading): SectionState => {
  const { names, fields } = PARTS[part];
  const faults = names.filter((name) => checked.faults[name]);
  const wrong = faults.filter((name) => checked.faults[name] !== 'needed').length;
  if (wrong > 0) return { state: 'wrong', words: t('common:form.state.wrong', { n: wrong }) };
  if (faults.length > 0) return { state: 'open', words: t('common:form.state.missing', { n: faults.length }) };
  if (fields.some((field) => checked.lacking.includes(field))) return { state: 'later', words: t('common:form.state.later') };
  if (anyGiven(form, names)) return { state: 'done', words: t('common:form.state.done') };
  return { state: 'later', words: t('common:form.state.optional') };
};

/** The first of these fields in the order of the page. */
export const firstOf = (names: readonly Name[]): Name | undefined =>
  ORDER.flatMap((part) => PARTS[part].names).find((name) => names.includes(name));
