export type Source = 'mic' | 'camera' | 'screen';

export interface GrantedSource {
  name: Source;
  kind: 'audio' | 'video';
  /** The worker holds the sender of this seat down to the sum of its sources. */
  maxKbps: number;
}

/**
 * All the media layer will ever know about permissions. `room` and `seat` are opaque here. The waiting room is a grant
 * that neither publishes nor listens: its sources may be prepared, but they flow to nobody.
 */
export interface Grant {
  room: string;
  seat: string;
  sources: readonly GrantedSource[];
  publish: boolean;
  listen: boolean;
}

export const isAdmitted = (grant: Grant): boolean => grant.publish || grant.listen;

export const maySend = (grant: Grant, name: Source, kind: 'audio' | 'video'): boolean =>
  grant.sources.some((source) => source.name === name && source.kind === kind);

/** Bits per second that the seat may send in all. */
export const incomingLimit = (grant: Grant): number => grant.sources.reduce((sum, { maxKbps }) => sum + maxKbps, 0) * 1000;
