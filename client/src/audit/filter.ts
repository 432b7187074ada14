import { useSearchParams } from 'react-router';
import { z } from 'zod';
import type { audit } from '../../../contract/audit.ts';

const keys = ['action', 'outcome', 'from', 'to', 'subjectId'] as const;
export type AuditFilter = Partial<Record<(typeof keys)[number], string>>;

const Day = z.iso.date();
export const isSubject = (text: string): boolean => z.uuid().safeParse(text).success;
const isOutcome = (text: string | undefined) => text === 'done' || text === 'refused';

/** The filter as typed lives in the address; what is not whole yet is left out of the question. */
export const useAuditFilter = () => {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(keys.map((key) => [key, search.get(key) ?? undefined])) as AuditFilter;
  const change = (key: keyof AuditFilter, value: string) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  return { filter, change };
};

/** Days are Beijing's, both ends included. */
export const questionOf = ({ action, outcome, from, to, subjectId }: AuditFilter): z.input<typeof audit.list.input> => ({
  ...(action && { action }),
  ...(isOutcome(outcome) && { outcome }),
  ...(subjectId && isSubject(subjectId) && { subjectId }),
  ...(from && Day.safeParse(from).success && { from: `${from}T00:00:00.000+08:00` }),
  ...(to && Day.safeParse(to).success && { to: `${to}T23:59:59.999+08:00` }),
});
