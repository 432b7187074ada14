import { advance } from '../../contract/kit.ts';
import { refuse } from '../../contract/refusal.ts';
import { type TaskRelation, type TaskVerb, taskSteps } from '../../contract/tasks.ts';
import type { Prisma, Task } from '../db/generated/client.ts';
import type { Audience, Ctx } from '../edge/ctx.ts';
import { type Subject, stopRinging } from '../paging/pages.ts';

const ESCALATE = 'tasks.escalate';
const OVERDUE = 'tasks.overdue';

/** What a task's own ring is about. */
export const subjectOf = ({ id }: Pick<Task, 'id'>): Subject => ({ kind: 'task', id });

const audiencesOf = (row: Task): Audience[] => [
  `desk:${row.ownerHospitalId}`,
  `desk:${row.openedByHospitalId}`,
  ...[row.ownerDepartmentId, row.openedByDepartmentId].flatMap((id): Audience[] => (id ? [`department:${id}`] : [])),
  ...[row.ownerPersonId, row.openedById].flatMap((id): Audience[] => (id ? [`person:${id}`] : [])),
];

/** Both sides learn that something changed and fetch it again; `before` also whoever had it until now. */
export const tellChanged = (ctx: Ctx, row: Task, before: Task = row): void => {
  const { id, status } = row;
  for (const to of new Set([...audiencesOf(before), ...audiencesOf(row)])) ctx.tell(to, 'task.changed', { id, status });
};

/** The alarms of an open task that can still strike. */
export const keepAlarms = async (ctx: Ctx, { id, readAt, unreadBy, dueAt }: Task): Promise<void> => {
  const alarm = { subjectId: id, input: { id } };
  if (!readAt) await ctx.alarm({ ...alarm, action: ESCALATE, dueAt: unreadBy });
  if (dueAt > ctx.now) await ctx.alarm({ ...alarm, action: OVERDUE, dueAt });
};

/** Nobody has to be told that it is unread any more; over its limit it goes on ringing. */
export const keepRead = async (ctx: Ctx, row: Task): Promise<Task> => {
  await ctx.settle(row.id, [ESCALATE]);
  const [read] = await ctx.db.task.updateManyAndReturn({
    where: { id: row.id, status: 'open', readAt: null, version: row.version },
    data: { readAt: ctx.now, readById: ctx.actor.id },
  });
  if (!read) return ctx.db.task.findUniqueOrThrow({ where: { id: row.id } });
  if (read.dueAt > ctx.now) await stopRinging(ctx, subjectOf(read));
  tellChanged(ctx, read);
  return read;
};

interface Move {
  verb: TaskVerb;
  by: ReadonlySet<TaskRelation>;
  set?: Prisma.TaskUncheckedUpdateManyInput;
}

const endOf = ({ actor, now }: Ctx) => ({ endedAt: now, endedById: actor.kind === 'person' ? actor.id : null });

/**
 * One step of the machine, by compare-and-set: the second of two at once is refused and changes nothing. Deadlines are
 * settled first, in the order of the clock; whatever rang about the task falls silent.
 */
export const move = async (ctx: Ctx, row: Task, { verb, by, set = {} }: Move): Promise<Task> => {
  const status = advance(taskSteps, { verb, from: row.status, relations: by });
  await ctx.settle(row.id);
  const [next] = await ctx.db.task.updateManyAndReturn({
    where: { id: row.id, status: row.status, version: row.version },
    data: { ...set, status, version: { increment: 1 }, ...(status !== 'open' && endOf(ctx)) },
  });
  if (!next) return refuse('conflict', 'task.moved', 'Somebody else has just changed this task; look again');
  await stopRinging(ctx, subjectOf(next));
  if (next.status === 'open') await keepAlarms(ctx, next);
  tellChanged(ctx, next, row);
  return next;
};
