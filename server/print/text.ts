import { shanghaiClock } from '../directory/week.ts';
import words from './words.json' with { type: 'json' };

/** The words that every paper has. */
export { words as frame };

type Values = Record<string, string | number>;

/** A text with its holes filled. */
export const fill = (text: string, values: Values): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));

/** A text with one hole named `name`, or nothing when the value is not known. */
export const fillOne = (text: string, name: string, value: string | number | null | undefined): string | null =>
  value === null || value === undefined || value === '' ? null : fill(text, { [name]: value });

/** `2026-11-23 09:32`, Beijing time. */
export const clock = (instant: string | null | undefined): string | null => (instant ? shanghaiClock(new Date(instant)) : null);

/** What is known of a list, in one line. */
export const together = (parts: readonly (string | null | undefined | false)[], between = '  '): string =>
  parts.filter((part) => part).join(between);

/** Under three years in months, under a month in days, as the ward says it. */
export const ageOn = (birthDate: string, on: Date): string => {
  const [was, is] = [new Date(birthDate), new Date(`${shanghaiClock(on).slice(0, 10)}T00:00:00Z`)];
  const whole = is.getUTCDate() < was.getUTCDate() ? 1 : 0;
  const months = (is.getUTCFullYear() - was.getUTCFullYear()) * 12 + is.getUTCMonth() - was.getUTCMonth() - whole;
  if (months >= 36) return fill(words.age.years, { n: Math.floor(months / 12) });
  if (months >= 1) return fill(words.age.months, { n: months });
  return fill(words.age.days, { n: Math.round((is.getTime() - was.getTime()) / 86_400_000) });
};
