import { z } from 'zod';
import { type audit, ConsultNo } from '../../../contract/audit.ts';
import { useAddress } from '../lib/address.ts';

const keys = ['action', 'outcome', 'from', 'to', 'record', 'who', 'reads'] as const;
export type AuditFilter = Partial<Record<(typeof keys)[number], string>>;
type Question = z.input<typeof audit.list.input>;

const Day = z.iso.date();
const Uuid = z.uuid();
const isOutcome = (text: string | undefined) => text === 'done' || text === 'refused';

/** A consult by its number, any record by its id; null while it is neither yet. */
export const recordOf = (text: string): Pick<Question, 'consultNo' | 'subjectId'> | null => {
  const consultNo = ConsultNo.safeParse(text.toUpperCase());
  if (consultNo.success) return { consultNo: consultNo.data };
  const id = Uuid.safeParse(text);
  return id.success ? { subjectId: id.data } : null;
};

/** One action, not a whole feature: then it alone says what is shown. */
export const isOneAction = (action: string | undefined): boolean => action !== undefined && !action.endsWith('.');

/** The filter as typed lives in the address; what is not whole yet is left out of the question. */
export const useAuditFilter = () => {
  const { search, change } = useAddress<keyof AuditFilter>();
  const filter = Object.fromEntries(keys.map((key) => [key, search.get(key) ?? undefined])) as AuditFilter;
  return { filter, change };
};

/** Days are Beijing's, both ends included. Lists are left out unless they are asked for. */
export const questionOf = ({ action, outcome, from, to, record, who, reads }: AuditFilter): Question => ({
  ...(action && { action }),
  ...(isOutcome(outcome) && { outcome }),
  ...(record && recordOf(record)),
  ...(who?.trim() && { actor: who.trim() }),
  ...(reads !== 'all' && !isOneAction(action) && { reads: 'opening' as const }),
  ...(from && Day.safeParse(from).success && { from: `${from}T00:00:00.000+08:00` }),
  ...(to && Day.safeParse(to).success && { to: `${to}T23:59:59.999+08:00` }),
});
