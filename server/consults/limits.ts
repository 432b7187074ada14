import { z } from 'zod';
import type { ClockView, Urgency } from '../../contract/consults.ts';
import type { Consult } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { addWorkingTime } from '../reference/calendar.ts';
import { reference } from '../reference/index.ts';
import { LimitName, type WorkingHours } from '../reference/shapes.ts';

/** What `consult.limits` keeps: the limits in force when it was sent, whatever the reference says later. */
const Limits = z.object({
  version: z.string(),
  firstResponse: z.number(),
  join: z.number(),
  verbalOpinion: z.number().nullish(),
  writtenOpinion: z.number(),
  acknowledge: z.number(),
  expire: z.number(),
  working: z.array(LimitName).default([]),
});
type Limits = z.infer<typeof Limits>;

export const limitsNow = async ({ db, now }: Ctx, urgency: z.infer<typeof Urgency>): Promise<Limits> => {
  const { version, data } = await reference(db, 'consultLimits', now);
  return { version, ...data[urgency] };
};

export const limitsOf = ({ limits }: Pick<Consult, 'limits'>): Limits => Limits.parse(limits);

export const workingHours = async ({ db, now }: Ctx): Promise<WorkingHours> => (await reference(db, 'workingHours', now)).data;

type Due = (name: LimitName, from: Date) => Date;

/** When a limit is reached that began to run at `from`, in working time where the limit says so. */
export const dueBy =
  (limits: Limits, hours: WorkingHours): Due =>
  (name, from) => {
    const seconds = limits[name] ?? 0;
    return limits.working.includes(name) ? addWorkingTime(hours, from, seconds) : new Date(from.getTime() + seconds * 1000);
  };

interface Running {
  name: z.infer<typeof ClockView>['name'];
  startedAt: Date;
  dueAt: Date;
}
/** What runs in a state: the clock people see and the deadline the house keeps. */
export interface Plan {
  clock: Running | null;
  alarm: { action: string; dueAt: Date } | null;
}

const latest = (...dates: Date[]): Date => new Date(Math.max(...dates.map(Number)));

type Timed = Pick<Consult, 'status' | 'sentAt' | 'responseDueAt' | 'firstResponseAt' | 'limits'>;

interface At {
  now: Date;
  hours: WorkingHours;
  /** A verbal advice has been confirmed already. */
  advised: boolean;
}

/** The clock and deadline of the state that the row has just reached. */
export const planOf = (row: Timed, { now, hours, advised }: At): Plan => {
  const limits = limitsOf(row);
  const due = dueBy(limits, hours);
  const runs = (name: Running['name'], dueAt: Date, action: string): Plan => ({
    clock: { name, startedAt: now, dueAt },
    alarm: { action: `consults.${action}`, dueAt },
  });
  switch (row.status) {
    case 'requested':
      return {
        clock: row.firstResponseAt
          ? { name: 'firstResponse', startedAt: now, dueAt: due('firstResponse', now) }
          : { name: 'firstResponse', startedAt: row.sentAt, dueAt: row.responseDueAt },
        // Rung again after somebody had accepted, it is not given up at once.
        alarm: { action: 'consults.expire', dueAt: latest(due('expire', row.sentAt), due('firstResponse', now)) },
      };
    case 'returned':
      return runs('supplement', due('expire', now), 'expire');
    case 'accepted':
      return runs('join', due('join', now), 'ringAgain');
    case 'inSession': {
      const startedAt = row.firstResponseAt ?? now;
      const written = due('writtenOpinion', startedAt);
      const alarm = { action: 'consults.remind', dueAt: written };
      const verbalOwed = limits.verbalOpinion != null && !advised;
      if (verbalOwed) return { clock: { name: 'verbalOpinion', startedAt, dueAt: due('verbalOpinion', startedAt) }, alarm };
      return { clock: { name: 'writtenOpinion', startedAt, dueAt: written }, alarm };
    }
    case 'signed':
      return runs('acknowledge', due('acknowledge', now), 'remind');
    default:
      return { clock: null, alarm: null };
  }
};
