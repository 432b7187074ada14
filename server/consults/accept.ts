import { refuse } from '../../contract/refusal.ts';
import type { Consult } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { stopRinging } from '../paging/pages.ts';
import { move } from './move.ts';
import { load, lock } from './relations.ts';
import { subjectOf } from './ring.ts';

/** Says who was faster; any other change is an ordinary conflict. */
const taken = async ({ db }: Ctx, id: string): Promise<never> => {
  const { consultantId } = await db.consult.findUniqueOrThrow({ where: { id } });
  const faster = consultantId && (await db.person.findUnique({ where: { id: consultantId } }));
  if (faster) refuse('conflict', 'consult.taken', `${faster.name} 已接听 / answered first`);
  return refuse('conflict', 'consult.moved', 'Somebody else has just changed this consult; look again');
};

const inTheRoom = async ({ db, actor }: Ctx, { id }: Consult): Promise<boolean> =>
  (await db.seat.count({
    where: { kind: 'consult', subjectId: id, personId: actor.id, leftAt: null, admittedAt: { not: null } },
  })) > 0;

/** The first response (K03) stops at joining, not at accepting. */
const begin = (ctx: Ctx, row: Consult): Promise<Consult> =>
  move(ctx, row, { verb: 'begin', by: new Set(['call']), set: { firstResponseAt: row.firstResponseAt ?? ctx.now, note: null } });

/** First to accept wins, the others stop ringing. A colleague who sits in the room already has joined with it. */
export const accept = async (ctx: Ctx, { id }: { id: string }): Promise<Consult> => {
  const { row, by } = await load(ctx, id);
  if (row.consultantId !== null && row.consultantId !== ctx.actor.id) await taken(ctx, id);
  const set = { consultantId: ctx.actor.id, acceptedAt: ctx.now };
  const next = await move(ctx, row, { verb: 'accept', by, set, lost: () => taken(ctx, id) });
  await stopRinging(ctx, subjectOf(row), ctx.actor.id);
  return (await inTheRoom(ctx, next)) ? begin(ctx, next) : next;
};

/**
 * Reaction to an admission: the consultant has joined. The deadline is settled before the row is taken, in the order of
 * the clock, which may be about to ring again.
 */
export const joined = async (ctx: Ctx, id: string, personId: string): Promise<void> => {
  const mine = (row: Consult | null): row is Consult => row?.status === 'accepted' && row.consultantId === personId;
  if (!mine(await ctx.db.consult.findUnique({ where: { id } }))) return;
  await ctx.settle(id);
  const row = await lock(ctx, id);
  if (!mine(row)) return refuse('conflict', 'consult.moved', 'Somebody else has just changed this consult; look again');
  await begin(ctx, row);
};
