import type { z } from 'zod';
import type { emergency } from '../../contract/emergency.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { readCursor, writeCursor } from '../edge/cursor.ts';
import { newestBy } from '../edge/orders.ts';
import type { Input } from './input.ts';
import { related, saw } from './relations.ts';
import { rowsOf } from './rows.ts';
import { judgeAll, LISTED } from './rules.ts';

const newest = newestBy('startedAt');

const BOXES: Record<Input<'list'>['box'], Prisma.EmergencyCaseWhereInput> = {
  active: { status: 'active' },
  review: { status: 'closed' },
  done: { status: { not: 'active' } },
};

export const list = async (
  ctx: Ctx,
  { box, center, after, limit }: Input<'list'>,
): Promise<z.input<typeof emergency.list.output>> => {
  const past = after ? newest.past(readCursor(after)) : {};
  const rows = await ctx.db.emergencyCase.findMany({
    where: { AND: [related(ctx.actor), BOXES[box], center ? { center } : {}, past] },
    orderBy: newest.orderBy,
    take: limit + 1,
    include: LISTED,
  });
  const page = rows.slice(0, limit);
  saw(ctx, ...page);
  const last = page.at(-1);
  const next = rows.length > limit && last ? writeCursor({ at: last.startedAt, id: last.id }) : null;
  return { items: await rowsOf(ctx.db, await judgeAll(ctx.db, page)), next };
};
