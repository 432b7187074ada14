import type { TFunction } from 'i18next';
import type { SectionState } from '../../ui/form/Section.tsx';
import type { Waiting } from '../uploads.ts';
import { type Faults, type Form, type Name, stopsStat } from './form.ts';

export type SectionName = 'ask' | 'patient' | 'who' | 'photos' | 'story' | 'consent';

/** Which field stands in which part, in the order of the page. */
export const parts: Readonly<Record<SectionName, readonly Name[]>> = {
  ask: ['urgency', 'emergencyId', 'purpose'],
  patient: [
    ...(['known', 'name', 'documentKind', 'idNumber', 'documentNumber', 'birthOrder'] as const),
    ...(['sex', 'birthDate', 'approximateAge', 'visitNo', 'bed', 'phone'] as const),
  ],
  who: ['fromHospitalId', 'toDepartmentId', 'callbackPhone', 'wantedTitle'],
  photos: [],
  story: ['dxName', 'dxCode', 'reason', 'summary', 'auxResults'],
  consent: ['consent', 'signer', 'signerName', 'feeExplained', 'basis'],
};
export const order = Object.keys(parts) as SectionName[];
export const partOf = (name: Name): SectionName => order.find((part) => parts[part].includes(name)) ?? 'ask';

/** A STAT shows three things and the photo; the rest can follow. */
export const later: ReadonlySet<SectionName> = new Set(['story', 'consent']);

/** What a STAT may leave out is not done for being allowed. */
const owes = (part: SectionName, form: Form): boolean => {
  if (part === 'story') return form.dxName === '' || form.reason === '' || form.summary === '';
  return part === 'consent' && form.consent === '';
};

interface Reading {
  form: Form;
  faults: Faults;
  photos: readonly Waiting[];
  t: TFunction<['consults', 'common']>;
}

/** How a part stands, for its title and for the list of parts. */
export const stateOf = (part: SectionName, { form, faults, photos, t }: Reading): SectionState => {
  if (part === 'photos') {
    return photos.length > 0
      ? { state: 'done', words: t('state.photos', { n: photos.length }) }
      : { state: 'later', words: t('common:form.state.optional') };
  }
  const mine = parts[part].filter((name) => faults[name]);
  const stat = form.urgency === 'stat';
  if (stat && owes(part, form)) return { state: 'later', words: t('common:form.state.later') };
  if (mine.length === 0) return { state: 'done', words: t('common:form.state.done') };
  if (stat && !mine.some((name) => stopsStat.has(name))) return { state: 'later', words: t('common:form.state.later') };
  const wrong = mine.filter((name) => faults[name] !== 'needed').length;
  if (wrong > 0) return { state: 'wrong', words: t('common:form.state.wrong', { n: wrong }) };
  return { state: 'open', words: t('common:form.state.missing', { n: mine.length }) };
};

/** The first field, in the order of the page, that stops the request. */
export const firstStop = (form: Form, faults: Faults): Name | undefined => {
  const stops = (name: Name) => faults[name] && (form.urgency !== 'stat' || stopsStat.has(name));
  return order.flatMap((part) => parts[part]).find(stops);
};
