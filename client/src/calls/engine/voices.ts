import { type Stat, sum } from './report.ts';

/** Linear level from which a voice counts as speech, about −40 dBFS, and how long it is held through the pauses between words. */
const SPEECH = 0.01;
const HOLD_MS = 700;

/** Who speaks: `stats` are a microphone's own, on the way out (`media-source`) or in (`inbound-rtp`). */
export const createVoices = () => {
  const heardAt = new Map<string, number>();
  return (seat: string, stats: readonly Stat[]): boolean => {
    const now = performance.now();
    const voices = stats.filter(({ type, kind }) => kind === 'audio' && (type === 'media-source' || type === 'inbound-rtp'));
    if (sum(voices, 'audioLevel') > SPEECH) heardAt.set(seat, now);
    return now - (heardAt.get(seat) ?? Number.NEGATIVE_INFINITY) < HOLD_MS;
  };
};
