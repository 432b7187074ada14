import { type RefObject, useEffect } from 'react';

/** Speech lies around −50…−10 dBFS; that range fills the meter. */
const QUIET_DB = -55;
const LOUD_DB = -10;

const loudness = (samples: Float32Array): number => {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const db = 10 * Math.log10(power + 1e-10);
  return Math.min(1, Math.max(0, (db - QUIET_DB) / (LOUD_DB - QUIET_DB)));
};

/** Writes how loud a microphone is, 0–1, into `--level` of an element, at every frame and without a render. */
export const useLevel = (track: MediaStreamTrack | null, element: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    if (!track) return;
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 1024 });
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const wake = () => void context.resume();
    document.addEventListener('pointerdown', wake);
    let frame = 0;
    const draw = () => {
      analyser.getFloatTimeDomainData(samples);
      element.current?.style.setProperty('--level', loudness(samples).toFixed(3));
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('pointerdown', wake);
      element.current?.style.setProperty('--level', '0');
      void context.close();
    };
  }, [track, element]);
};
