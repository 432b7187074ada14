import { useEffect, useSyncExternalStore } from 'react';

/** Low enough to keep a minute of silence small, high enough for the tones. */
const RATE = 8_000;
const TONES = [880, 660] as const;
const TONE_S = 0.35;
const GAP_S = 0.12;
/** Without a click when a tone begins or ends. */
const FADE_S = 0.02;
const LOUDNESS = 0.5;

let context: AudioContext | null = null;
const watchers = new Set<() => void>();
const changed = () => {
  for (const watch of watchers) watch();
};

const audio = (): AudioContext => {
  if (!context) {
    context = new AudioContext();
    context.onstatechange = changed;
  }
  return context;
};

/** A browser plays nothing until its reader has pressed something on the page. */
export const unlockSound = (): void => void audio().resume();

// A press before this file was there (signing in) counts as well.
if (navigator.userActivation?.hasBeenActive) unlockSound();
window.addEventListener('pointerdown', unlockSound, { passive: true });
window.addEventListener('keydown', unlockSound);

const sample = (second: number): number => {
  const at = Math.floor(second / (TONE_S + GAP_S));
  const within = second - at * (TONE_S + GAP_S);
  const tone = TONES[at];
  if (tone === undefined || within >= TONE_S) return 0;
  const fade = Math.min(1, within / FADE_S, (TONE_S - within) / FADE_S);
  return Math.sin(2 * Math.PI * tone * within) * fade * LOUDNESS;
};

/** Two tones and then silence until `periodS`: a loop needs no timer, which a hidden page would be denied. */
const ringOf = (periodS: number): AudioBuffer => {
  const buffer = new AudioBuffer({ length: Math.round(periodS * RATE), sampleRate: RATE });
  const data = buffer.getChannelData(0);
  const end = Math.min(data.length, Math.round(TONES.length * (TONE_S + GAP_S) * RATE));
  for (let at = 0; at < end; at++) data[at] = sample(at / RATE);
  return buffer;
};

/** Starts ringing every `periodS` seconds, or once; call the result to stop. */
export const startRing = (periodS: number, loop = true): (() => void) => {
  const source = audio().createBufferSource();
  source.buffer = ringOf(periodS);
  source.loop = loop;
  source.connect(audio().destination);
  source.start();
  return () => source.stop();
};

const watch = (onChange: () => void) => {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
};

/** Whether a ring would be heard. */
export const useSoundOn = (): boolean => useSyncExternalStore(watch, () => context?.state === 'running');

/** Rings while `periodS` is not null; begins again when it changes. */
export const useRing = (periodS: number | null): void => {
  const on = useSoundOn();
  useEffect(() => {
    if (periodS === null || !on) return;
    return startRing(periodS);
  }, [periodS, on]);
};
