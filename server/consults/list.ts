import type { z } from 'zod';
import type { consults } from '../../contract/consults.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Actor } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import { readCursor, writeCursor } from '../edge/cursor.ts';
import { byTimeLeft, newestBy } from '../edge/orders.ts';
import { related } from './relations.ts';
import { rowsOf } from './rows.ts';
import { OPEN, TURNS } from './standing.ts';

type Input = z.output<typeof consults.list.input>;
type Where = Prisma.ConsultWhereInput;

const byAge = newestBy('sentAt');

/** `mine`: the states in which it is the turn of one of my relations, each with its relations. */
const mine = (actor: Actor): Where => ({
  OR: OPEN.map((status) => ({ status, ...related(actor, TURNS[status]?.by) })),
});

const BOXES: Record<Input['box'], { where(actor: Actor): Where; order: typeof byTimeLeft | typeof byAge }> = {
  open: { where: (actor) => ({ status: { in: OPEN }, ...related(actor) }), order: byTimeLeft },
  mine: { where: mine, order: byTimeLeft },
  done: { where: (actor) => ({ status: { notIn: OPEN }, ...related(actor) }), order: byAge },
};

/** Keyset pages: a row that arrives while somebody reads shifts nothing. */
export const list =
  (cipher: Cipher) =>
  async (ctx: Ctx, { box, urgency, status, after, limit }: Input): Promise<z.input<typeof consults.list.output>> => {
    const { where, order } = BOXES[box];
    const found = await ctx.db.consult.findMany({
      where: {
        AND: [
          where(ctx.actor),
          { ...(urgency && { urgency }), ...(status && { status }) },
          after ? order.past(readCursor(after)) : {},
        ],
      },
      orderBy: order.orderBy,
      take: limit + 1,
      include: { patient: true },
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    ctx.saw(
      'consult',
      page.map(({ id }) => id),
      page.flatMap(({ fromHospitalId, toHospitalId }) => [fromHospitalId, toHospitalId]),
    );
    return {
      items: await rowsOf(ctx, cipher, page),
      next: last && found.length > limit ? writeCursor({ at: order.at(last), id: last.id }) : null,
    };
  };
