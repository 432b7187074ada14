import type { types } from 'mediasoup';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { type CallRef, calls } from '../../contract/calls.ts';
import { refuse } from '../../contract/refusal.ts';
import { readGrant, type storedCalls } from '../calls/index.ts';
import { type Feature, keep, type LiveCtx } from '../edge/ctx.ts';
import type { Media } from '../media/media.ts';
import type { Seat } from '../media/seat.ts';
import { hold, openLines, seatOf, seatView } from './line.ts';
import { relay } from './relay.ts';

interface Parts {
  /** Null where no media worker could be had. */
  media: Media | null;
  stored: ReturnType<typeof storedCalls>;
  grantSecret: string;
  log: Logger;
  /** Asks an action as the clock: a seat's lease ends when nobody is asking. */
  clock(name: string, input: unknown): Promise<unknown>;
}

/** What leaves the contract as plain objects is mediasoup's own shape; mediasoup checks it again. */
const rtc = <T>(shape: object): T => shape as T;

interface Entered extends z.output<typeof calls.enter.output> {}

/** The bridge: asks `calls.enter` for a grant, then lends the socket a seat in a media room. */
export const signaling = ({ media, stored, grantSecret, log, clock }: Parts): Feature & { end(call: CallRef): Promise<void> } => {
  const lineOf = openLines();
  const seated = (ctx: LiveCtx) => seatOf(lineOf(ctx.session));
  const lapse = ({ id }: Seat) =>
    void clock('calls.lapse', { seat: id }).catch((error: unknown) => log.error({ err: error, seat: id }, 'seat not closed'));
  const running = (): Media =>
    media ?? refuse('unavailable', 'media.missing', 'Media is not installed on this server; run: npm run setup:media');

  const feature = keep(calls, {
    ...stored,

    async join(ctx, { fresh, rtpCapabilities, ...entry }) {
      const hall = running();
      const line = lineOf(ctx.session);
      const { grant, seat: face, chat, admitted } = (await ctx.act('calls.enter', entry)) as Entered;
      const { seat: id, sources: _, ...about } = face;
      const arrival = {
        grant: readGrant(grantSecret, grant),
        about,
        rtpCapabilities: rtc<types.RtpCapabilities>(rtpCapabilities),
        fresh,
      };
      const exit = { kind: entry.kind, id: entry.id, device: entry.device };
      const { seat, seats, ...offers } = await relay(() => hall.join(arrival, line.notify)).catch(async (error: unknown) => {
        await ctx.act('calls.exit', exit);
        throw error;
      });
      if (seat.listenerCount('closed') === 0) seat.once('closed', () => lapse(seat));
      line.exit = exit;
      hold(line, seat);
      if (admitted)
        await ctx.act('calls.admit', { kind: entry.kind, id: entry.id }).catch((error: unknown) => {
          seat.close();
          throw error;
        });
      return { seat: id, waiting: entry.waiting, chat, ...offers, seats: seats.map(seatView) as never };
    },

    async connect(ctx, { transportId, dtlsParameters }) {
      await relay(() => seated(ctx).connect(transportId, rtc<types.DtlsParameters>(dtlsParameters)));
      return {};
    },

    produce: (ctx, { transportId, rtpParameters, ...sending }) =>
      relay(() => seated(ctx).produce(transportId, { ...sending, rtpParameters: rtc<types.RtpParameters>(rtpParameters) })),

    async setSource(ctx, { source, state }) {
      await relay(() => seated(ctx).setSource(source, state));
      return {};
    },

    async prefer(ctx, { consumerId, layer }) {
      await relay(() => seated(ctx).prefer(consumerId, layer));
      return {};
    },

    async keyFrame(ctx, { consumerId }) {
      await relay(() => seated(ctx).keyFrame(consumerId));
      return {};
    },

    restartIce: (ctx) => relay(() => seated(ctx).restartIce()),

    async leave(ctx) {
      const line = lineOf(ctx.session);
      const { seat, exit } = line;
      if (!seat) return {};
      await ctx.act('calls.exit', exit);
      seat.removeAllListeners('closed');
      seat.close();
      line.seat = null;
      return {};
    },
  });
  return { ...feature, end: async ({ kind, id }) => media?.end(`${kind}:${id}`, 'revoked') };
};
