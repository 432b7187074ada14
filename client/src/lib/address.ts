import { useSearchParams } from 'react-router';

/** The address with one part changed; an empty value takes the part away. */
export const withPart = (search: URLSearchParams, key: string, value: string): URLSearchParams => {
  const next = new URLSearchParams(search);
  if (value) next.set(key, value);
  else next.delete(key);
  return next;
};

/** What the address says after the question mark, and how one part of it is changed without a step of its own to go back to. */
export const useAddress = <K extends string>() => {
  const [search, setSearch] = useSearchParams();
  const change = (key: K, value: string): void => setSearch((now) => withPart(now, key, value), { replace: true });
  return { search, change };
};
