import type { Ctx } from '../edge/ctx.ts';
import { reference } from '../reference/index.ts';

/** By when a task due then must have been read if it is given to somebody now. */
export const unreadBy = async ({ db, now }: Ctx, dueAt: Date): Promise<Date> => {
  const { data } = await reference(db, 'taskLimits', now);
  const unread = data.unread * 1000;
  const left = dueAt.getTime() - now.getTime();
  return new Date(now.getTime() + (left > 0 ? Math.min(unread, left * data.unreadShare) : unread));
};
