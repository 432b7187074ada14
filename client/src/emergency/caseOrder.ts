import type { EmergencyRow } from '../../../contract/emergency.ts';

type Timed = Pick<EmergencyRow, 'next' | 'startedAt'>;

/** Least time left on top; a case without a target stands below, the newest first. */
export const pressingFirst = (one: Timed, other: Timed): number => {
  if (one.next && other.next) return Date.parse(one.next.dueAt) - Date.parse(other.next.dueAt);
  if (one.next || other.next) return one.next ? -1 : 1;
  return Date.parse(other.startedAt) - Date.parse(one.startedAt);
};
