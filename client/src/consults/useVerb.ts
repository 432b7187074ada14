import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { serverNow } from '../lib/clock.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { isConflict } from '../lib/refused.ts';
import { sayDone } from '../ui/Toast.tsx';
import { consults } from './api.ts';
import { keepConsult } from './useConsult.ts';

/** Who was faster, and by how much; what the reader typed stays where it is. */
const useOvertaken = () => {
  const { t } = useTranslation('consults');
  return (now: Consult): string => {
    if (now.consultant && now.acceptedAt && now.status === 'accepted') {
      const seconds = Math.max(1, Math.round((serverNow() - Date.parse(now.acceptedAt)) / 1000));
      return seconds < 60
        ? t('conflict.accepted', { name: now.consultant.name, seconds })
        : t('conflict.acceptedLong', { name: now.consultant.name });
    }
    return t('conflict.moved', { status: t(`status.${now.status}`) });
  };
};

interface Work {
  work: () => Promise<Consult>;
  /** Said when it is done. */
  done?: string;
  after?: () => void;
}

/** Runs one verb of a case. `problem` says why it did not happen; after a conflict the case has been fetched again. */
export const useVerb = (id: string) => {
  const cache = useQueryClient();
  const text = useRefusalText();
  const overtaken = useOvertaken();
  const [problem, setProblem] = useState<string | null>(null);
  const explain = async (error: unknown): Promise<string> => {
    if (!isConflict(error)) return text(error);
    const now = await cache.fetchQuery({ ...consults.read.query({ id }), staleTime: 0 }).catch(() => null);
    return now ? overtaken(now) : text(error);
  };
  const { mutate, isPending } = useMutation({
    mutationFn: ({ work }: Work) => work(),
    onMutate: () => setProblem(null),
    onSuccess: (consult, { done, after }) => {
      keepConsult(cache, consult);
      if (done) sayDone(done);
      after?.();
    },
    onError: async (error) => setProblem(await explain(error)),
  });
  return { run: (work: Work) => mutate(work), busy: isPending, problem };
};
export type Verb = ReturnType<typeof useVerb>;
