import { useSearchParams } from 'react-router';
import { CaseFilter } from '../../../contract/stats.ts';
import { serverNow } from '../lib/clock.ts';
import { addMonths, monthOf } from './months.ts';

interface Months {
  from: string;
  to: string;
}
/** What a filter of months and more looks like to an address; each part says what it takes. */
interface Schema {
  shape: Record<string, { safeParse(value: unknown): { success: boolean } }>;
}

/** A year up to this month, unless the address says otherwise. */
const fallback = (now: number): Months => ({ from: addMonths(monthOf(now), -11), to: monthOf(now) });

/** An address that says something impossible is read without that part. */
const read = ({ shape }: Schema, search: URLSearchParams, now: number): Months => {
  const said = Object.entries(shape).flatMap(([key, part]) => {
    const value = search.get(key);
    return value && part.safeParse(value).success ? [[key, value] as const] : [];
  });
  const { from, to, ...rest } = { ...fallback(now), ...Object.fromEntries(said) };
  return from > to ? { ...rest, from: to, to: from } : { ...rest, from, to };
};

export const searchOf = (filter: object): string =>
  new URLSearchParams(Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString();

export type Change<F> = (next: Partial<Record<keyof F, string>>) => void;

/** The filter lives in the address, so that a figure can be sent to somebody. */
export const useAddressFilter = <F extends Months>(schema: Schema) => {
  const [search, setSearch] = useSearchParams();
  const now = serverNow();
  const filter = read(schema, search, now) as F;
  const change: Change<F> = (next) => setSearch(searchOf({ ...filter, ...next }), { replace: true });
  return { filter, change, thisMonth: monthOf(now) };
};

export type FilterKey = keyof CaseFilter;
export const useCaseFilter = () => useAddressFilter<CaseFilter>(CaseFilter);

/** The list behind a figure: the page's filter, narrowed to what the figure counts. */
export const casesLink = (filter: CaseFilter, narrower: Partial<CaseFilter> = {}): string =>
  `/stats/cases?${searchOf({ ...filter, ...narrower })}`;
