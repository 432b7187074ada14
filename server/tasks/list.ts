import type { z } from 'zod';
import type { tasks } from '../../contract/tasks.ts';
import type { Prisma, Task } from '../db/generated/client.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import { type Cursor, readCursor, writeCursor } from '../edge/cursor.ts';
import { type PersonRelation, related } from './relations.ts';
import { type Numbers, viewsOf } from './view.ts';

type Input = z.output<typeof tasks.list.input>;
type Where = Prisma.TaskWhereInput;
type Column = 'dueAt' | 'openedAt' | 'endedAt';

interface Order {
  orderBy: Prisma.TaskOrderByWithRelationInput[];
  past(cursor: Cursor): Where;
  at(row: Task): Date;
}

const by = (column: Column, sort: 'asc' | 'desc'): Order => {
  const beyond = sort === 'asc' ? 'gt' : 'lt';
  return {
    orderBy: [{ [column]: sort }, { id: sort }],
    past: ({ at, id }) => ({ OR: [{ [column]: { [beyond]: at } }, { [column]: at, id: { [beyond]: id } }] }),
    at: (row) => row[column] ?? row.openedAt,
  };
};

interface Box {
  relations?: readonly PersonRelation[];
  status?: Where['status'];
  order: Order;
}
const BOXES: Record<Input['box'], Box> = {
  mine: { relations: ['owner'], status: 'open', order: by('dueAt', 'asc') },
  desk: { relations: ['ownerDesk'], status: 'open', order: by('dueAt', 'asc') },
  opened: { relations: ['opener'], status: 'open', order: by('dueAt', 'asc') },
  done: { status: { not: 'open' }, order: by('endedAt', 'desc') },
  all: { order: by('openedAt', 'desc') },
};

const saw = (ctx: Ctx, rows: readonly Task[]): void =>
  ctx.saw(
    'task',
    rows.map(({ id }) => id),
    rows.flatMap(({ ownerHospitalId, openedByHospitalId }) => [ownerHospitalId, openedByHospitalId]),
  );

/** Keyset pages: a task that arrives while somebody reads shifts nothing. */
export const list =
  (numbers: Numbers) =>
  async (ctx: Ctx, { box, subjectId, after, limit }: Input): Promise<z.input<typeof tasks.list.output>> => {
    const { relations, status, order } = BOXES[box];
    const found = await ctx.db.task.findMany({
      where: {
        AND: [
          related(ctx.actor, relations),
          { ...(status && { status }), ...(subjectId && { subjectId }) },
          after ? order.past(readCursor(after)) : {},
        ],
      },
      orderBy: order.orderBy,
      take: limit + 1,
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    saw(ctx, page);
    return {
      items: await viewsOf(ctx, numbers, page),
      next: last && found.length > limit ? writeCursor({ at: order.at(last), id: last.id }) : null,
    };
  };

/** More than these at once would be a fault, not an inbox. */
const SHOWN = 50;

/** What rings the asker's desk now, the most pressing first. */
export const ringing =
  (numbers: Numbers) =>
  async (ctx: Ctx): Promise<z.input<typeof tasks.ringing.output>> => {
    const deskIds = holding(ctx.actor, 'coordinator').map(({ hospitalId }) => hospitalId);
    const pages = await ctx.db.page.findMany({
      where: { subjectKind: 'task', status: 'ringing', deskId: { in: deskIds } },
      orderBy: [{ rungAt: 'desc' }, { id: 'desc' }],
      take: SHOWN,
    });
    const ids = pages.map(({ subjectId }) => subjectId);
    const rows = await ctx.db.task.findMany({
      where: { AND: [{ id: { in: ids } }, related(ctx.actor, ['ownerDesk'])] },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    });
    saw(ctx, rows);
    return { items: await viewsOf(ctx, numbers, rows) };
  };
