import type { z } from 'zod';
import { refuse } from '../../contract/refusal.ts';
import type { TaskKind, TaskRole, TaskSubject, tasks } from '../../contract/tasks.ts';
import type { Task } from '../db/generated/client.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { SubjectAccess } from '../records/subjects.ts';
import { unreadBy } from './limits.ts';
import { keepAlarms, move, tellChanged } from './move.ts';

type Input = z.output<typeof tasks.open.input>;

interface Side {
  hospitalId: string;
  departmentId?: string | null | undefined;
}

export interface NewTask {
  kind: TaskKind;
  subject: TaskSubject;
  patientId?: string | undefined;
  /** At most 120 characters; no name of a patient, for it is shown in lists. */
  title: string;
  /** At most 2 000 characters. */
  detail?: string | undefined;
  /** Who owes it: a desk, and a person of it only where it is already theirs. */
  owner: Side & { role: TaskRole; personId?: string | undefined };
  /** The side that wants it done, may withdraw it and is told; the person is whoever asks now. */
  openedBy: Side;
  dueAt: Date;
  /** When it escalates if nobody has read it; by the set `taskLimits` unless said. */
  unreadBy?: Date | undefined;
}

/** Opens a task as part of what the caller does. Checks no rights: that is the caller's, who knows the case. */
export const openTask = async (ctx: Ctx, { subject, owner, openedBy, ...task }: NewTask): Promise<Task> => {
  const row = await ctx.db.task.create({
    data: {
      ...task,
      patientId: task.patientId ?? null,
      detail: task.detail || null,
      subjectKind: subject.kind,
      subjectId: subject.id,
      ownerHospitalId: owner.hospitalId,
      ownerDepartmentId: owner.departmentId ?? null,
      ownerRole: owner.role,
      ownerPersonId: owner.personId ?? null,
      openedByHospitalId: openedBy.hospitalId,
      openedByDepartmentId: openedBy.departmentId ?? null,
      openedById: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      openedAt: ctx.now,
      unreadBy: task.unreadBy ?? (await unreadBy(ctx, task.dueAt)),
    },
  });
  await keepAlarms(ctx, row);
  tellChanged(ctx, row);
  return row;
};

/** Withdraws whatever is still owed about a case that has lost its purpose. */
export const withdrawTasks = async (ctx: Ctx, { kind, id }: TaskSubject): Promise<void> => {
  const open = await ctx.db.task.findMany({
    where: { subjectKind: kind, subjectId: id, status: 'open' },
    orderBy: { id: 'asc' },
  });
  for (const row of open) await move(ctx, row, { verb: 'withdraw', by: new Set(['feature']) });
};

/** A desk at which nobody stands would never read it. */
const staffed = async ({ db }: Ctx, { hospitalId, departmentId, role }: Input['owner']): Promise<boolean> =>
  (await db.membership.count({
    where: { hospitalId, ...(departmentId && { departmentId }), roles: { has: role }, person: { active: true } },
  })) > 0;

/** A person of one side asks a desk of either side for something about their common case. */
export const open =
  (access: Record<TaskSubject['kind'], SubjectAccess>) =>
  async (ctx: Ctx, { subject, owner, dueAt, ...task }: Input): Promise<Task> => {
    const { mayAdd, hospitalIds } = await access[subject.kind](ctx, subject.id);
    if (!mayAdd) refuse('conflict', 'openTask.notNow', 'This case takes no tasks now: look at its present state');
    const due = new Date(dueAt);
    if (due <= ctx.now) refuse('invalid', 'task.due', 'The limit has passed already; choose a later one');
    if (!hospitalIds.includes(owner.hospitalId) || !(await staffed(ctx, owner))) {
      refuse('invalid', 'task.desk', 'Nobody there can do it; choose a desk of one of the two hospitals');
    }
    const openedBy =
      holding(ctx.actor, 'doctor', 'specialist', 'coordinator').find(({ hospitalId }) => hospitalIds.includes(hospitalId)) ??
      refuse('forbidden', 'openTask.notYours', 'Only the two hospitals of the case can open tasks about it');
    return openTask(ctx, { ...task, subject, owner, openedBy, dueAt: due });
  };
