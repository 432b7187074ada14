import type { z } from 'zod';
import type { PersonRef } from '../../contract/directory.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Prisma, Task } from '../db/generated/client.ts';
import { PERSON_REF } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import { unreadBy } from './limits.ts';
import { keepRead, move } from './move.ts';
import { load } from './relations.ts';

type ById = { id: string };

/** Whoever acts has read it. */
const readNow = (ctx: Ctx, row: Task): Pick<Task, 'readAt' | 'readById'> =>
  row.readAt ? { readAt: row.readAt, readById: row.readById } : { readAt: ctx.now, readById: ctx.actor.id };

/** That somebody else of the hospital looked does not count: only the owner's reading stops the alarm. */
export const markRead = async (ctx: Ctx, { id }: ById): Promise<Task> => {
  const { row, by } = await load(ctx, id);
  if (!by.has('owner')) refuse('forbidden', 'markRead.notYours', 'Only who owes it can have read it');
  return row.status === 'open' && !row.readAt ? keepRead(ctx, row) : row;
};

export const finish = async (ctx: Ctx, { id, note }: ById & { note?: string | undefined }): Promise<Task> => {
  const { row, by } = await load(ctx, id);
  return move(ctx, row, { verb: 'finish', by, set: { note: note || null, ...readNow(ctx, row) } });
};

export const decline = async (ctx: Ctx, { id, reason }: ById & { reason: string }): Promise<Task> => {
  const { row, by } = await load(ctx, id);
  return move(ctx, row, { verb: 'decline', by, set: { note: reason, ...readNow(ctx, row) } });
};

export const withdraw = async (ctx: Ctx, { id, reason }: ById & { reason: string }): Promise<Task> => {
  const { row, by } = await load(ctx, id);
  return move(ctx, row, { verb: 'withdraw', by, set: { note: reason } });
};

/** Those who stand at the task's desk, and the coordinators of its hospital. */
const fitting = ({ ownerHospitalId, ownerDepartmentId, ownerRole }: Task): Prisma.PersonWhereInput => ({
  active: true,
  memberships: {
    some: {
      hospitalId: ownerHospitalId,
      OR: [
        { roles: { has: ownerRole }, ...(ownerDepartmentId && { departmentId: ownerDepartmentId }) },
        { roles: { has: 'coordinator' } },
      ],
    },
  },
});

/** Another owner has to read it anew, and so has its time to. */
const given = async (ctx: Ctx, row: Task, personId: string | null) => ({
  ownerPersonId: personId,
  unreadBy: await unreadBy(ctx, row.dueAt),
  escalatedAt: null,
  ...(personId === ctx.actor.id ? { readAt: ctx.now, readById: personId } : { readAt: null, readById: null }),
});

export const reassign = async (ctx: Ctx, { id, personId }: ById & { personId: string | null }): Promise<Task> => {
  const { row, by } = await load(ctx, id);
  if (personId && !(await ctx.db.person.findFirst({ where: { id: personId, ...fitting(row) } }))) {
    refuse('invalid', 'task.person', 'This person does not work at the desk that owes it');
  }
  return move(ctx, row, { verb: 'reassign', by, set: await given(ctx, row, personId) });
};

/** Whom the owner or their desk may give it to. */
export const candidates = async (ctx: Ctx, { id }: ById): Promise<{ items: z.input<typeof PersonRef>[] }> => {
  const { row, by } = await load(ctx, id);
  if (!by.has('owner') && !by.has('ownerDesk')) refuse('forbidden', 'reassign.notYours', 'Only who owes it can pass it on');
  return { items: await ctx.db.person.findMany({ where: fitting(row), select: PERSON_REF, orderBy: { account: 'asc' } }) };
};
