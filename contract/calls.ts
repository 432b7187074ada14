import { z } from 'zod';
import { HospitalRef, PersonRef } from './directory.ts';
import { actions, Id, Instant, Nothing } from './kit.ts';

/** Which feature a call belongs to; each asks its own feature for a Grant. */
export const CallKind = z.enum(['consult', 'emergency']);
export const CallRef = z.object({ kind: CallKind, id: Id });
export type CallRef = z.infer<typeof CallRef>;

export const Source = z.enum(['mic', 'camera', 'screen']);
export type Source = z.infer<typeof Source>;

/** WebRTC shapes belong to mediasoup, which checks them itself; here only that they are objects. */
const Rtc = z.looseObject({});
export const RtpCapabilities = Rtc;
/** mediasoup turns this one number into a whole one without asking, in the middle of a message to its worker. */
const Encoding = z.looseObject({ maxBitrate: z.number().int().min(0).max(1e9).optional() });
const RtpParameters = z.looseObject({ encodings: z.array(Encoding).max(8).optional() });
const TransportId = z.string().max(64);
const MediaId = z.string().max(64);

export const TransportOffer = z.object({
  id: TransportId,
  iceParameters: Rtc,
  iceCandidates: z.array(Rtc),
  dtlsParameters: Rtc,
});
export const ConsumerOffer = z.object({
  id: MediaId,
  seat: z.string(),
  producerId: MediaId,
  source: Source,
  kind: z.enum(['audio', 'video']),
  rtpParameters: Rtc,
  producerPaused: z.boolean(),
});
export type ConsumerOffer = z.infer<typeof ConsumerOffer>;

export const CallRole = z.enum(['requester', 'consultant', 'other']);
/** A seat is one person's device in one room; it outlives a lost socket by 30 s. */
export const SeatView = z.object({
  seat: z.string(),
  person: PersonRef,
  hospital: HospitalRef.pick({ name: true, shortName: true }),
  role: CallRole,
  sources: z.array(z.object({ source: Source, paused: z.boolean() })),
});
export type SeatView = z.infer<typeof SeatView>;

export const ChatLine = z.object({ id: Id, person: PersonRef, text: z.string(), at: Instant });

/** One reply carries all that a first frame needs (performance recipe: one round trip once the transports are warm). */
export const Joined = z.object({
  seat: z.string(),
  waiting: z.boolean(),
  send: TransportOffer,
  receive: TransportOffer,
  /** A silent, paused track whose consumption warms the receiving transport in the waiting room. */
  warmUp: ConsumerOffer,
  seats: z.array(SeatView),
  consumers: z.array(ConsumerOffer),
  chat: z.array(ChatLine),
});
export type Joined = z.infer<typeof Joined>;

const Device = z.string().regex(/^[\w-]{1,40}$/);

export const calls = actions({
  /**
   * The only join. `waiting: true` takes a seat that publishes paused and hears nothing; the same call with
   * `waiting: false` admits it. Asked again by the same device it finds its seat, unless `fresh` wants new transports.
   */
  join: {
    live: 'passing',
    who: ['doctor', 'specialist', 'coordinator'],
    input: CallRef.extend({
      device: Device,
      waiting: z.boolean(),
      fresh: z.boolean().default(false),
      rtpCapabilities: RtpCapabilities,
    }),
    output: Joined,
  },
  connect: {
    live: 'passing',
    who: 'signedIn',
    input: z.object({ transportId: TransportId, dtlsParameters: Rtc }),
    output: Nothing,
  },
  produce: {
    live: 'passing',
    who: 'signedIn',
    input: z.object({
      transportId: TransportId,
      source: Source,
      kind: z.enum(['audio', 'video']),
      rtpParameters: RtpParameters,
      paused: z.boolean().default(false),
    }),
    output: z.object({ producerId: MediaId }),
  },
  /** Mute, camera off and stop sharing; `closed` ends the source. */
  setSource: {
    live: 'passing',
    who: 'signedIn',
    input: z.object({ source: Source, state: z.enum(['on', 'paused', 'closed']) }),
    output: Nothing,
  },
  /** What this page can show: the highest simulcast layer wanted, or null to pause; audio is never paused by it. */
  prefer: {
    live: 'passing',
    who: 'signedIn',
    input: z.object({ consumerId: MediaId, layer: z.number().int().min(0).max(2).nullable() }),
    output: Nothing,
  },
  keyFrame: { live: 'passing', who: 'signedIn', input: z.object({ consumerId: MediaId }), output: Nothing },
  restartIce: { live: 'passing', who: 'signedIn', input: Nothing, output: z.object({ send: Rtc, receive: Rtc }) },
  leave: { live: 'passing', who: 'signedIn', input: Nothing, output: Nothing },
  say: {
    live: 'stored',
    who: ['doctor', 'specialist', 'coordinator'],
    input: CallRef.extend({ text: z.string().trim().min(1).max(1000) }),
    output: ChatLine,
  },
  /** Asked by signaling on behalf of the person who joins or leaves: relation, grant, seat row and the fact that follows. */
  enter: {
    live: 'stored',
    who: ['doctor', 'specialist', 'coordinator'],
    input: CallRef.extend({ device: Device, waiting: z.boolean() }),
    output: z.object({ grant: z.string(), seat: SeatView, chat: z.array(ChatLine), admitted: z.boolean() }),
  },
  /** The media has let in whom `enter` admitted: only now have they joined. */
  admit: { live: 'stored', who: ['doctor', 'specialist', 'coordinator'], input: CallRef, output: Nothing },
  exit: { live: 'stored', who: 'signedIn', input: CallRef.extend({ device: Device }), output: Nothing },
  /** Who is in, without joining. */
  seats: {
    http: 'GET /calls/:kind/:id/seats',
    who: ['doctor', 'specialist', 'coordinator'],
    input: CallRef,
    output: z.object({ items: z.array(SeatView.omit({ sources: true })) }),
  },
  /** The seat's lease ended, or its media: nobody sits there any more. */
  lapse: { job: true, who: 'clock', input: z.object({ seat: Id }), output: Nothing },
  /** At the start of the server nobody sits anywhere, whatever was written before it was killed. */
  clear: { job: true, who: 'clock', input: Nothing, output: Nothing },
});

export const callEvents = {
  'call.seatTaken': z.object({ seat: SeatView }),
  'call.seatLeft': z.object({ seat: z.string() }),
  'call.consumer': ConsumerOffer,
  'call.consumerClosed': z.object({ consumerId: MediaId }),
  'call.sourceChanged': z.object({ seat: z.string(), source: Source, paused: z.boolean() }),
  /** Goes to the people who are in, on all their devices; `call` says which of them it is for. */
  'call.said': ChatLine.extend({ call: CallRef }),
  /** The media worker is gone or the seat was taken elsewhere: `rejoin` joins again with `fresh`, `taken` and `revoked` end it here. */
  'call.ended': z.object({ why: z.enum(['rejoin', 'taken', 'revoked']) }),
};
