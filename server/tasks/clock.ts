import { advance } from '../../contract/kit.ts';
import { type TaskRelation, type TaskVerb, taskSteps } from '../../contract/tasks.ts';
import type { Task } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { ring } from '../paging/pages.ts';
import { subjectOf, tellChanged } from './move.ts';
import { lock } from './relations.ts';

type ById = { id: string };
const CLOCK: ReadonlySet<TaskRelation> = new Set(['clock']);

/** The owner's desk is rung a single time, quietly, and both sides are told. */
const ringDesk = async (ctx: Ctx, row: Task, verb: TaskVerb): Promise<void> => {
  advance(taskSteps, { verb, from: row.status, relations: CLOCK });
  await ring(ctx, { subject: subjectOf(row), urgency: 'routine', once: true }, { deskId: row.ownerHospitalId });
  tellChanged(ctx, row);
};

/** Nobody has read it in time; nothing, when somebody has by now, or it has got another owner and with them new time. */
export const escalate = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (row?.status !== 'open' || row.readAt || row.escalatedAt || row.unreadBy > ctx.now) return {};
  const escalated = await ctx.db.task.update({ where: { id }, data: { escalatedAt: ctx.now } });
  await ringDesk(ctx, escalated, 'escalate');
  return {};
};

/** Its limit has passed and it is still owed. */
export const overdue = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (row?.status === 'open' && row.dueAt <= ctx.now) await ringDesk(ctx, row, 'overdue');
  return {};
};
