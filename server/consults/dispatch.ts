import type { z } from 'zod';
import type { Urgency } from '../../contract/consults.ts';
import type { OnDuty } from '../directory/roster.ts';
import type { Ctx } from '../edge/ctx.ts';
import { ring, type Subject } from '../paging/pages.ts';
import { type Busy, busyAmong } from './busy.ts';

interface Call {
  subject: Subject;
  urgency: z.infer<typeof Urgency>;
}
interface Called {
  people: readonly OnDuty[];
  skipBusy: boolean;
}

/**
 * Rings the free ones; true when there was one. Somebody in a call gets a single ring, and only of a STAT: it vibrates
 * once there, and the next in line rings at once.
 */
export const ringPeople = async (ctx: Ctx, call: Call, { people, skipBusy }: Called): Promise<boolean> => {
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
