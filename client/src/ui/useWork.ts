import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRefusalText } from '../lib/refusalText.ts';
import { isConflict } from '../lib/refused.ts';
import { sayDone } from './Toast.tsx';

interface Of<T> {
  /** How the case is read. */
  query: { queryKey: readonly unknown[]; queryFn: () => Promise<T> };
  /** Puts the answer where the page reads it. */
  keep: (answer: T) => void;
  /** After a conflict: who was faster. */
  overtaken: (now: T) => string;
}

interface Work<T> {
  /** Null where the answer is nothing that could be shown. */
  work: () => Promise<T | null>;
  /** Said when it is done. */
  done?: string;
  after?: () => void;
}

/**
 * Runs one verb of a case that others may move too. `problem` says why it did not happen; after a conflict the case has
 * been fetched again, and what the reader typed stays where it is.
 */
export const useWork = <T>({ query, keep, overtaken }: Of<T>) => {
  const cache = useQueryClient();
  const text = useRefusalText();
  const [problem, setProblem] = useState<string | null>(null);
  const explain = async (error: unknown): Promise<string> => {
    if (!isConflict(error)) return text(error);
    const now = await cache.fetchQuery({ ...query, staleTime: 0 }).catch(() => null);
    return now ? overtaken(now) : text(error);
  };
  const { mutate, isPending } = useMutation({
    mutationFn: ({ work }: Work<T>) => work(),
    onMutate: () => setProblem(null),
    onSuccess: (answer, { done, after }) => {
      if (answer !== null) keep(answer);
      if (done) sayDone(done);
      after?.();
    },
    onError: async (error) => setProblem(await explain(error)),
  });
  return { run: (work: Work<T>) => mutate(work), busy: isPending, problem };
};
