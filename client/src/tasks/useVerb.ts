import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Task } from '../../../contract/tasks.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { sayDone } from '../ui/Toast.tsx';
import { keepTask } from './useTasks.ts';

interface Work {
  work: () => Promise<Task>;
  /** Said when it is done. */
  done?: string;
  after?: () => void;
}

/** Runs one verb of a task. `problem` says why it did not happen; after a refusal everything is fetched again. */
export const useVerb = () => {
  const cache = useQueryClient();
  const text = useRefusalText();
  const [problem, setProblem] = useState<string | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ work }: Work) => work(),
    onMutate: () => setProblem(null),
    onSuccess: (task, { done, after }) => {
      keepTask(cache, task);
      if (done) sayDone(done);
      after?.();
    },
    onError: (error) => {
      setProblem(text(error));
      void cache.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  return { run: (work: Work) => mutate(work), busy: isPending, problem };
};
export type Verb = ReturnType<typeof useVerb>;
