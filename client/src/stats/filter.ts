import { useSearchParams } from 'react-router';
import { CaseFilter } from '../../../contract/stats.ts';
import { serverNow } from '../lib/clock.ts';
import { addMonths, monthOf } from './months.ts';

export type FilterKey = keyof CaseFilter;
const keys = Object.keys(CaseFilter.shape) as FilterKey[];

/** A year up to this month, unless the address says otherwise. */
const fallback = (now: number): CaseFilter => ({ from: addMonths(monthOf(now), -11), to: monthOf(now) });

/** An address that says something impossible is read without that part. */
const read = (search: URLSearchParams, now: number): CaseFilter => {
  const said = keys.flatMap((key) => {
    const value = search.get(key);
    return value && CaseFilter.shape[key].safeParse(value).success ? [[key, value] as const] : [];
  });
  const { from, to, ...rest } = { ...fallback(now), ...Object.fromEntries(said) } as CaseFilter;
  return from > to ? { ...rest, from: to, to: from } : { ...rest, from, to };
};

export const searchOf = (filter: Partial<CaseFilter>): string =>
  new URLSearchParams(Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString();

/** The list behind a figure: the page's filter, narrowed to what the figure counts. */
export const casesLink = (filter: CaseFilter, narrower: Partial<CaseFilter> = {}): string =>
  `/stats/cases?${searchOf({ ...filter, ...narrower })}`;

/** The filter lives in the address, so that a figure can be sent to somebody. */
export const useCaseFilter = () => {
  const [search, setSearch] = useSearchParams();
  const now = serverNow();
  const filter = read(search, now);
  const change = (next: Partial<Record<FilterKey, string>>) =>
    setSearch(searchOf({ ...filter, ...next } as CaseFilter), { replace: true });
  return { filter, change, thisMonth: monthOf(now) };
};
