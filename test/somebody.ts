import type { z } from 'zod';
import { isIdNumber, type KnownPatient } from '../contract/records.ts';

export type Stated = z.input<typeof KnownPatient>;

/** Seventeen digits with the right last place. */
export const numbered = (body: string): string => [...'0123456789X'].map((last) => body + last).find(isIdNumber)!;

export const passport = (number: string) => ({ document: { kind: 'passport', number } }) as const;

/** What is answered about a patient whom the asker may not see, and about one who is not there. */
export const NOWHERE = { code: 'notFound', reason: 'patient' };

let made = 0;
/** Somebody whom no other test knows, with whatever else is said of them. */
export const somebody = (more: Partial<Stated> = {}): Stated => {
  made += 1;
  const name = `某${[...String(made)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}`;
  return { known: true, name, sex: 'female', birthDate: '1970-05-05', ...more };
};
