/** A second of two soft notes through one loudspeaker, so that the listener knows it is the right one. */
export const playTone = async (speaker: string | undefined): Promise<void> => {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const gain = new GainNode(context, { gain: 0 });
  gain.connect(out);
  for (const [at, frequency] of [523.25, 659.25].entries()) {
    const note = new OscillatorNode(context, { frequency });
    note.connect(gain);
    note.start(context.currentTime + at * 0.5);
    note.stop(context.currentTime + at * 0.5 + 0.5);
  }
  gain.gain.linearRampToValueAtTime(0.25, context.currentTime + 0.05);
  gain.gain.setValueAtTime(0.25, context.currentTime + 0.9);
  gain.gain.linearRampToValueAtTime(0, context.currentTime + 1);
  const audio = new Audio();
  audio.srcObject = out.stream;
  if (speaker) await audio.setSinkId?.(speaker).catch(() => undefined);
  await audio.play();
  await new Promise((done) => setTimeout(done, 1_100));
  audio.srcObject = null;
  await context.close();
};
