import type { types } from 'mediasoup-client';

/** One entry of what the browser counts; the names are those of W3C webrtc-stats. */
export type Stat = Record<string, unknown> & { type: string };

/** What a transport counts now; nothing once it is closed. */
export const reportOf = async (path: types.Transport): Promise<Stat[]> => {
  const report = await path.getStats().catch(() => null);
  return report ? [...(report as unknown as Map<string, Stat>).values()] : [];
};

/** The streams of these tracks, known by the number that the server gave each, and the path they came by. */
export const aboutTracks = (report: readonly Stat[], tracks: readonly types.Consumer[]): Stat[] => {
  const numbers = new Set(tracks.flatMap(({ rtpParameters }) => rtpParameters.encodings?.map(({ ssrc }) => ssrc) ?? []));
  return report.filter(({ type, ssrc }) => type !== 'inbound-rtp' || numbers.has(ssrc as number));
};

/** A counter or a measure by its name, added up over the entries; what an entry lacks counts as nothing. */
export const sum = (stats: readonly Stat[], name: string): number =>
  stats.reduce((total, { [name]: value }) => total + (typeof value === 'number' ? value : 0), 0);
