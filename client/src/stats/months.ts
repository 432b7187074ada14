import { language } from '../lib/i18n.ts';

/** `YYYY-MM` in Asia/Shanghai; China keeps no summer time. */
export const monthOf = (moment: number): string => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 7);

/** That many months later, or earlier. */
export const addMonths = (month: string, n: number): string => {
  const [year, place] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, place - 1 + n, 1)).toISOString().slice(0, 7);
};

/** From one month to another, both included. */
export const monthsFrom = (from: string, to: string): string[] =>
  from > to ? [] : [from, ...monthsFrom(addMonths(from, 1), to)];

/** `2026 年 11 月` / `Nov 2026`. */
export const monthName = (month: string): string => {
  const [year, place] = month.split('-').map(Number) as [number, number];
  if (language() !== 'en') return `${year} 年 ${place} 月`;
  return new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.UTC(year, place - 1));
};

/** For an axis: `11 月`, with the year under January and under the first. */
export const monthTick = (month: string, at: number): string => {
  const [year, place] = month.split('-').map(Number) as [number, number];
  const name =
    language() === 'en'
      ? new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(year, place - 1))
      : `${place} 月`;
  return place === 1 || at === 0 ? `${name}\n${year}` : name;
};
