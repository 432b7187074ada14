import type { z } from 'zod';
import type { Urgency } from '../../contract/consults.ts';
import { type OnDuty, onDuty } from '../directory/roster.ts';
import type { Ctx } from '../edge/ctx.ts';
import { ring, type Subject } from '../paging/pages.ts';
import type { RingStep } from '../reference/shapes.ts';
import { type Busy, busyAmong } from './busy.ts';

interface Call {
  subject: Subject;
  urgency: z.infer<typeof Urgency>;
}
interface People {
  people: readonly OnDuty[];
  skipBusy: boolean;
}

/**
 * Rings the free ones; true when there was one. Somebody in a call gets a single ring, and only of a STAT: it vibrates
 * once there, and the next in line rings at once.
 */
export const ringPeople = async (ctx: Ctx, call: Call, { people, skipBusy }: People): Promise<boolean> => {
  const busy = skipBusy
    ? await busyAmong(
        ctx,
        people.map(({ personId }) => personId),
      )
    : new Map<string, Busy>();
  const free = people.filter(({ personId }) => !busy.has(personId));
  const talking = call.urgency === 'stat' ? people.filter(({ personId }) => busy.get(personId) === 'inCall') : [];
  for (const person of free) await ring(ctx, call, person);
  for (const person of talking) await ring(ctx, { ...call, once: true }, person);
  return free.length > 0;
};

const LINES: Record<Exclude<RingStep, 'desk'>, 1 | 2> = { firstLine: 1, secondLine: 2 };

/** The department whose duty lines are called, and the hospital whose desk is behind them. */
interface Called {
  hospitalId: string;
  departmentId: string;
  /** Who is not to be rung, whether on duty or not: they have been, or they are the one who calls. */
  except: ReadonlySet<string | null>;
}

/** Rings one step of the order; true when somebody was free to hear it, as a desk always is. */
export const ringStep = async (
  ctx: Ctx,
  call: Call,
  { hospitalId, departmentId, except, step, skipBusy }: Called & { step: RingStep; skipBusy: boolean },
): Promise<boolean> => {
  if (step === 'desk') {
    await ring(ctx, call, { deskId: hospitalId });
    return true;
  }
  const duty = await onDuty(ctx.db, { departmentId, at: ctx.now });
  const people = duty.filter(({ line, personId }) => line === LINES[step] && !except.has(personId));
  return ringPeople(ctx, call, { people, skipBusy });
};
