import { tasks as actions, type TaskSubject } from '../../contract/tasks.ts';
import type { Task } from '../db/generated/client.ts';
import { type Ctx, type Feature, keep } from '../edge/ctx.ts';
import type { SubjectAccess } from '../records/subjects.ts';
import { escalate, overdue } from './clock.ts';
import { list, ringing } from './list.ts';
import { open } from './open.ts';
import { load } from './relations.ts';
import { candidates, decline, finish, markRead, reassign, withdraw } from './verbs.ts';
import { type Numbers, viewsOf } from './view.ts';

export { type NewTask, openTask, withdrawTasks } from './open.ts';

interface Deps {
  /** Who may open tasks about a case, by its kind. */
  access: Record<TaskSubject['kind'], SubjectAccess>;
  numbers: Numbers;
}

export const tasks = ({ access, numbers }: Deps): Feature => {
  /** Every verb answers with the task as it is afterwards. */
  const then =
    <I>(verb: (ctx: Ctx, input: I) => Promise<Task>) =>
    async (ctx: Ctx, input: I) => {
      const [view] = await viewsOf(ctx, numbers, [await verb(ctx, input)]);
      return view!;
    };
  return keep(actions, {
    open: then(open(access)),
    read: then(async (ctx, { id }: { id: string }) => (await load(ctx, id)).row),
    list: list(numbers),
    ringing: ringing(numbers),
    candidates,
    markRead: then(markRead),
    finish: then(finish),
    decline: then(decline),
    reassign: then(reassign),
    withdraw: then(withdraw),
    escalate,
    overdue,
  });
};
