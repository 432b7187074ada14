import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRefusalText } from '../lib/refusalText.ts';
import { Refused } from '../lib/refused.ts';
import type { Overtaken } from './overtaken.ts';

interface Options {
  /** Whose the case is now, after a conflict. */
  overtaken: () => Promise<Overtaken>;
  onOvertaken: (by: Overtaken) => void;
  /** What rings is looked at again after every answer. */
  ringing: { queryKey: readonly unknown[] };
}

/** Runs one answer to a ring; `problem` says why it did not happen. */
export const useAnswering = ({ overtaken, onOvertaken, ringing }: Options) => {
  const cache = useQueryClient();
  const text = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const fail = async (error: unknown) => {
    if (error instanceof Refused && error.code === 'conflict') onOvertaken(await overtaken());
    else setProblem(text(error));
  };
  const run = async (work: () => Promise<unknown>, then: () => void) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      then();
    } catch (error) {
      await fail(error);
    } finally {
      setBusy(false);
      void cache.invalidateQueries({ queryKey: ringing.queryKey });
    }
  };
  return { run, busy, problem };
};
