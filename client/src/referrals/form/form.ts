import { Destination, type Direction, type Lane } from '../../../../contract/referralSheet.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import { given } from '../../consults/new/patient.ts';
import { SHEET_NAMES, type SheetForm, type SheetName } from './fields.ts';
import { formOfSheet } from './sheetForm.ts';

/** Where it goes: a department on the platform, or a hospital off it. */
export interface GoalForm {
  place: 'platform' | 'outside';
  departmentId: string;
  outHospital: string;
  outDepartment: string;
  outPhone: string;
  outCity: string;
}
/** 转诊单 as it is on the page. */
export interface Form extends SheetForm, GoalForm {
  lane: Lane;
}
export type Name = keyof Form;

export const formOf = ({ lane, to, sheet }: Pick<Referral, 'lane' | 'to' | 'sheet'>): Form => ({
  ...formOfSheet(sheet),
  lane,
  place: to.outside ? 'outside' : 'platform',
  departmentId: to.department?.id ?? '',
  outHospital: to.outside?.hospital ?? '',
  outDepartment: to.outside?.department ?? '',
  outPhone: to.outside?.phone ?? '',
  outCity: to.outside?.city ?? '',
});

export const rawGoalOf = ({ place, departmentId, outHospital, outDepartment, outPhone, outCity }: GoalForm) =>
  place === 'platform'
    ? { departmentId }
    : { outside: { hospital: outHospital, department: given(outDepartment), phone: outPhone, city: given(outCity) } };

/** Null while it is not whole: half a hospital must not leave the one before it in its place. */
export const goalOf = (form: GoalForm): Destination | null => Destination.safeParse(rawGoalOf(form)).data ?? null;

const has = (form: SheetForm, name: SheetName): boolean => form[name].length > 0;

/** Fields of 孕产妇转会诊单. */
export const MATERNAL = SHEET_NAMES.slice(SHEET_NAMES.indexOf('weeks'), SHEET_NAMES.indexOf('procedures') + 1);
/** ICD-10 chapter O is pregnancy, childbirth and the puerperium. */
export const isMaternal = (form: SheetForm): boolean =>
  form.dxCode.toUpperCase().startsWith('O') || MATERNAL.some((name) => has(form, name));

export const anyGiven = (form: Form, names: readonly Name[]): boolean => names.some((name) => form[name].length > 0);

export interface Filed {
  direction: Direction;
  lane: Lane;
}
