import { z } from 'zod';
import type { Sheet } from '../../../../contract/referralSheet.ts';
import { inputTime } from '../../lib/format.ts';
import { FIELDS, SHEET_NAMES, type SheetForm, type SheetName } from './fields.ts';

type Raw = Record<string, unknown>;

/** Full-width digits and thousands separators are how a Chinese keyboard writes a number. */
const numberOf = (text: string): number => Number(text.normalize('NFKC').replaceAll(',', ''));

const typedValue = (name: SheetName, written: string | string[]): unknown => {
  if (Array.isArray(written)) return written;
  const kind: unknown = FIELDS[name][1];
  if (written.trim() === '') return undefined;
  if (kind === 'number') return numberOf(written);
  if (kind === 'moment') return `${written}:00+08:00`;
  return kind === 'yesNo' ? written === 'yes' : written;
};

const writtenOf = (name: SheetName, value: unknown): string | string[] => {
  const kind: unknown = FIELDS[name][1];
  if (kind instanceof z.ZodArray) return (value as string[] | undefined) ?? [];
  if (value === undefined) return '';
  if (kind === 'moment') return inputTime(value as string);
  if (kind === 'yesNo') return value ? 'yes' : 'no';
  return String(value);
};

const read = (sheet: Raw, path: string): unknown =>
  path.split('.').reduce<unknown>((node, key) => (node as Raw | undefined)?.[key], sheet);

/** Groups that are nothing without this key: a telephone code without a diagnosis, a kind of infection without a state. */
const HEADS = [
  ['dx', 'name'],
  ['infection', 'state'],
  ['consent', 'state'],
] as const;

const put = (raw: Raw, path: string, value: unknown): void => {
  const [top, inner] = path.split('.') as [string, string | undefined];
  if (inner === undefined) raw[top] = value;
  else raw[top] = { ...(raw[top] as Raw | undefined), [inner]: value };
};

/** The sheet that the form makes, right or not; what is empty is left out. */
export const rawOf = (form: SheetForm): Raw => {
  const raw: Raw = {};
  for (const name of SHEET_NAMES) {
    const value = typedValue(name, form[name]);
    const [path] = FIELDS[name];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0 && path.includes('.'))) put(raw, path, value);
  }
  for (const [top, head] of HEADS) if (read(raw, `${top}.${head}`) === undefined) delete raw[top];
  // Who they are to each other may stay unsaid.
  if (raw['companion']) raw['companion'] = { relation: '', ...(raw['companion'] as Raw) };
  return raw;
};

/** A sheet as the form writes it; two sheets are the same when their forms are. */
export const formOfSheet = (sheet: Sheet): SheetForm =>
  Object.fromEntries(SHEET_NAMES.map((name) => [name, writtenOf(name, read(sheet, FIELDS[name][0]))])) as unknown as SheetForm;

const NAMES = new Map<string, SheetName>(SHEET_NAMES.map((name) => [FIELDS[name][0], name]));
/** The field that a path of the sheet (`vitals.pulse`, `reasons.0`) stands in. */
export const nameAt = (path: readonly PropertyKey[]): SheetName | undefined =>
  NAMES.get(path.slice(0, 2).join('.')) ?? NAMES.get(String(path[0]));
