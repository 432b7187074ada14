import { type Stat, sum } from './report.ts';
import type { Line } from './types.ts';

export const UNKNOWN: Line = { bars: 0, reason: 'unknown', rttMs: null, lossPercent: null, kbps: null, height: null };
export const AWAY: Line = { ...UNKNOWN, bars: 0, reason: 'away' };

/** Sums over the streams of one seat at one moment; counters, so that two of them make a rate. */
interface Sample {
  at: number;
  bytes: number;
  packets: number;
  lost: number;
  height: number | null;
  rttMs: number | null;
  tcp: boolean;
  narrow: boolean;
}

const read = (stats: readonly Stat[]): Sample => {
  const streams = stats.filter(({ type }) => type === 'inbound-rtp' || type === 'outbound-rtp');
  const reports = stats.filter(({ type }) => type === 'inbound-rtp' || type === 'remote-inbound-rtp');
  const pair = stats.find(({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded');
  const local = stats.find(({ type, id }) => type === 'local-candidate' && id === pair?.['localCandidateId']);
  const rtt = pair?.['currentRoundTripTime'];
  return {
    at: performance.now(),
    bytes: sum(streams, 'bytesReceived') + sum(streams, 'bytesSent'),
    packets: sum(streams, 'packetsReceived') + sum(streams, 'packetsSent'),
    lost: sum(reports, 'packetsLost'),
    height: Math.max(0, ...streams.map((stream) => sum([stream], 'frameHeight'))) || null,
    rttMs: typeof rtt === 'number' ? Math.round(rtt * 1000) : null,
    tcp: local?.['protocol'] === 'tcp',
    narrow: streams.some(({ qualityLimitationReason }) => qualityLimitationReason === 'bandwidth'),
  };
};

const passed = (value: number | null, limits: readonly [number, number, number]): number =>
  value === null ? 0 : limits.filter((limit) => value > limit).length;

/** From four bars down, one for each limit passed. Opus hides about 2 % loss; talk collides from 150 ms one way (ITU-T G.114). */
const grade = ({ rttMs, narrow, tcp }: Sample, lossPercent: number): Pick<Line, 'bars' | 'reason'> => {
  const faults: [Line['reason'], number][] = [
    ['loss', passed(lossPercent, [2, 5, 15])],
    ['delay', passed(rttMs, [300, 500, 1_000])],
    ['narrow', narrow ? 1 : 0],
    ['tcp', tcp ? 1 : 0],
  ];
  const [reason, worst] = faults.reduce((a, b) => (b[1] > a[1] ? b : a));
  return { bars: (4 - worst) as Line['bars'], reason: worst === 0 ? 'good' : reason };
};

const between = (before: Sample, now: Sample): Line => {
  const { rttMs, height } = now;
  const packets = now.packets - before.packets;
  const lost = Math.max(0, now.lost - before.lost);
  if (packets <= 0) return { ...UNKNOWN, rttMs };
  const lossPercent = Math.round((lost / (packets + lost)) * 1000) / 10;
  const kbps = Math.round(((now.bytes - before.bytes) * 8) / (now.at - before.at));
  return { rttMs, height, lossPercent, kbps, ...grade(now, lossPercent) };
};

/** How each line does, seat by seat: two looks at its counters make one answer. */
export const createLines = () => {
  const before = new Map<string, Sample>();
  return (seat: string, stats: readonly Stat[]): Line => {
    const now = read(stats);
    const last = before.get(seat);
    before.set(seat, now);
    return last ? between(last, now) : UNKNOWN;
  };
};
