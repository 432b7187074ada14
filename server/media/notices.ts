import type { types } from 'mediasoup';
import type { Source } from './grant.ts';

/** One track as the hearing browser takes it. */
export interface ConsumerOffer {
  id: string;
  seat: string;
  producerId: string;
  source: Source;
  kind: types.MediaKind;
  rtpParameters: types.RtpParameters;
  producerPaused: boolean;
}

/** What others may see of a seat; `about` is what the seat's owner gave on joining. */
export interface SeatFace {
  seat: string;
  about: object;
  sources: { source: Source; paused: boolean }[];
}

/** All that a room tells a seat without being asked. */
export interface Notices {
  seatTaken: SeatFace;
  seatLeft: { seat: string };
  consumer: ConsumerOffer;
  consumerClosed: { consumerId: string };
  sourceChanged: { seat: string; source: Source; paused: boolean };
  /** `rejoin`: the worker is gone, join again; `taken`: the seat was lent to another socket; `revoked`: no longer welcome. */
  ended: { why: 'rejoin' | 'taken' | 'revoked' };
}

export type Notify = <N extends keyof Notices>(name: N, notice: Notices[N]) => void;
