import type { CallKind, calls } from '../../contract/calls.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Handlers } from '../edge/ctx.ts';
import { type Admission, type CallGrant, CONVERSATION } from './admission.ts';
import { recentChat, writeLine } from './chat.ts';
import { inRoom, seatViews, takeSeat } from './seats.ts';
import { readGrant, signGrant } from './signed.ts';

export type { Admission, CallGrant };
export { CONVERSATION, readGrant };

type Stored = Pick<Handlers<typeof calls>, 'enter' | 'admit' | 'exit' | 'say' | 'seats' | 'lapse' | 'clear'>;

/** What of a call touches rows; the media itself is `signaling`'s. Every feature with calls lends its own `CallGrant`. */
export const storedCalls = (grants: Record<(typeof CallKind)['options'][number], CallGrant>, secret: string): Stored => ({
  async enter(ctx, { kind, id, device, waiting }) {
    const call = { kind, id };
    const admission = await grants[kind](ctx, id);
    const { id: seat, admitted } = await takeSeat(ctx, { call, device, waiting }, admission);
    const { sources } = admission;
    const open = { publish: !waiting && sources.length > 0, listen: !waiting && admission.listen };
    const [view] = await seatViews(ctx, [{ id: seat, personId: ctx.actor.id, ...admission }]);
    return {
      grant: signGrant(secret, { room: `${kind}:${id}`, seat, sources, ...open }),
      seat: { ...view!, sources: [] },
      chat: waiting ? [] : await recentChat(ctx, call),
      admitted,
    };
  },

  async admit(ctx, { kind, id }) {
    const seat = { ...inRoom({ kind, id }), personId: ctx.actor.id, admittedAt: { not: null } };
    if ((await ctx.db.seat.count({ where: seat })) === 0) refuse('conflict', 'call.noSeat', 'Join the room first');
    await ctx.happened('calls.admitted', { call: { kind, id }, personId: ctx.actor.id });
    return {};
  },

  async exit({ db, actor, now }, { kind, id, device }) {
    const mine = { kind, subjectId: id, personId: actor.id, device, leftAt: null };
    await db.seat.updateMany({ where: mine, data: { leftAt: now } });
    return {};
  },

  async say(ctx, { kind, id, text }) {
    await grants[kind](ctx, id);
    return writeLine(ctx, { kind, id }, text);
  },

  async seats(ctx, { kind, id }) {
    await grants[kind](ctx, id);
    return { items: await seatViews(ctx, await ctx.db.seat.findMany({ where: inRoom({ kind, id }), orderBy: { id: 'asc' } })) };
  },

  /** A seat that was taken again since is left alone. */
  async lapse({ db, now }, { seat }) {
    await db.seat.updateMany({ where: { id: seat, leftAt: null, enteredAt: { lte: now } }, data: { leftAt: now } });
    return {};
  },

  async clear({ db, now }) {
    await db.seat.updateMany({ where: { leftAt: null }, data: { leftAt: now } });
    return {};
  },
});
