import type { Center } from '../../../../../contract/emergencyNodes.ts';
import type { ScoreKind } from '../../../../../contract/scores/index.ts';
import { RtsInput, rts } from '../../../../../contract/scores/rts.ts';
import type { Rescue } from '../rescue.ts';
import { fieldsOf, type ScoreField } from './fields.ts';

/** As typed and pressed; what is not there is not known. */
export type ScoreForm = Readonly<Record<string, string | readonly string[] | undefined>>;
type Found = Record<string, unknown>;

const readAs = (field: ScoreField, typed: string | readonly string[]): unknown => {
  if (field.kind === 'many') return (typed as readonly string[]).filter((one) => one !== 'none');
  if (field.kind === 'number' || /^\d+$/.test(typed as string)) return Number(typed);
  return typed === 'yes' || typed === 'no' ? typed === 'yes' : typed;
};
const isThere = (typed: ScoreForm[string]): typed is string | readonly string[] => typed !== undefined && typed.length > 0;

const found = (kind: ScoreKind, form: ScoreForm): Found => {
  const there = fieldsOf(kind).flatMap((field) => {
    const typed = form[field.name];
    return isThere(typed) ? [[field.name, readAs(field, typed)] as const] : [];
  });
  return Object.fromEntries(there);
};

/** The whole body has been looked over once every region has its grade. */
const injuriesOf = (form: Found): Found => ({
  ...(Object.keys(form).length === 6 && {
    injuries: Object.entries(form).flatMap(([region, ais]) => (ais === 0 ? [] : [{ region, ais }])),
  }),
});

const survivalOf = ({ gcs, systolic, respiration, ...others }: Found): Found => {
  const signs = RtsInput.safeParse({ gcs, systolic, respiration });
  return { ...others, ...(signs.success && { rts: rts(signs.data).rts }) };
};

const gutOf = ({ gut, ...others }: Found): Found => ({
  ...others,
  ...(gut !== undefined && {
    gut: { distension: gut === 'distension' || gut === 'both', bleeding: gut === 'bleeding' || gut === 'both' },
  }),
});

/** In the shape of the contract's input, complete or not. */
export const inputOf = (kind: ScoreKind, form: ScoreForm, center: Center): Found => {
  const all = found(kind, form);
  if (kind === 'iss') return injuriesOf(all);
  if (kind === 'triss') return survivalOf(all);
  if (kind === 'ncis') return gutOf(all);
  return kind === 'shockIndex' ? { ...all, obstetric: center === 'maternal' } : all;
};

/** A number that cannot have been measured. */
export const outOfBounds = (field: ScoreField, typed: ScoreForm[string]): boolean => {
  if (field.kind !== 'number' || !isThere(typed)) return false;
  const value = Number(typed);
  return !(value >= field.min && value <= field.max) || (field.integer && !Number.isInteger(value));
};

/** What is asked for and not there. */
export const lacking = (kind: ScoreKind, form: ScoreForm): string[] =>
  fieldsOf(kind)
    .filter((field) => !field.optional && !isThere(form[field.name]))
    .map(({ name }) => name);

const yearsOf = ({ patient }: Rescue, now: number): number | null => {
  if (!patient.birthDate) return patient.approximateAge;
  const [born, today] = [new Date(patient.birthDate), new Date(now)];
  const before = today.getUTCMonth() * 31 + today.getUTCDate() < born.getUTCMonth() * 31 + born.getUTCDate();
  return today.getUTCFullYear() - born.getUTCFullYear() - (before ? 1 : 0);
};

/** What the case says already. */
export const known = (kind: ScoreKind, rescue: Rescue, now: number): ScoreForm => {
  const years = yearsOf(rescue, now);
  const age = years === null ? {} : { age: String(years) };
  const last = (of: ScoreKind) => rescue.emergency?.scores.findLast((score) => score.kind === of)?.total;
  const of = (name: string, total: number | null | undefined) => (typeof total === 'number' ? { [name]: String(total) } : {});
  if (kind === 'grace') {
    const syndrome = rescue.flags.includes('stemi') ? 'stemi' : rescue.flags.includes('nste') ? 'nsteAcs' : undefined;
    return { ...age, syndrome };
  }
  if (kind === 'rts') return of('gcs', last('gcs'));
  return kind === 'triss' ? { ...age, ...of('gcs', last('gcs')), ...of('iss', last('iss')) } : {};
};
