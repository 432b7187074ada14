import type { Urgency } from '../../contract/consults.ts';
import { dueBy } from '../../server/consults/limits.ts';
import type { Tx } from '../../server/db/client.ts';
import { addWorkingTime } from '../../server/reference/calendar.ts';
import { reference } from '../../server/reference/index.ts';

export type Rules = Awaited<ReturnType<typeof rulesOf>>;

/** The limits and working hours in force at `now`; the demo was always held to them. */
export const rulesOf = async (db: Tx, now: Date) => {
  const [limits, hours] = [await reference(db, 'consultLimits', now), await reference(db, 'workingHours', now)];
  const of = (urgency: Urgency) => ({ version: limits.version, ...limits.data[urgency] });
  return {
    hours: hours.data,
    limits: of,
    due: (urgency: Urgency) => dueBy(of(urgency), hours.data),
    after: (urgency: Urgency, from: Date, seconds: number): Date =>
      urgency === 'routine' ? addWorkingTime(hours.data, from, seconds) : new Date(from.getTime() + Math.round(seconds * 1000)),
  };
};
