/** How long open requests and jobs may take to finish; a supervisor kills after ten seconds or more. */
const DRAIN_MS = 9_000;

/** What was opened and is closed again in the reverse order, once, by a signal or by a failure. */
export interface Lifetime {
  /** Registers what is now open. */
  opened(close: () => Promise<void>): void;
  /** Closes everything, then ends the process. */
  end(exitCode: number): Promise<never>;
}

export const lifetime = (onError: (error: unknown) => void): Lifetime => {
  const closers: (() => Promise<void>)[] = [];
  let ending: Promise<never> | undefined;
  const closeAll = async (exitCode: number): Promise<never> => {
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    for (let close = closers.pop(); close; close = closers.pop()) await close().catch(onError);
    process.exit(exitCode);
  };
  const life: Lifetime = {
    opened: (close) => void closers.push(close),
    end: (exitCode) => {
      ending ??= closeAll(exitCode);
      return ending;
    },
  };
  // Repeated signals (npm, a shell and we ourselves may each pass one on) change nothing.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void life.end(0));
  return life;
};
