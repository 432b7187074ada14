import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../lib/refusalText.ts';
import { sayDone, sayFailed } from '../ui/Toast.tsx';
import { patients } from './api.ts';

/** Takes two records apart again; says so, or why it could not. */
export const useUnmerge = () => {
  const { t } = useTranslation('patients');
  const cache = useQueryClient();
  const text = useRefusalText();
  const { mutate, isPending } = useMutation({
    mutationFn: (input: { mergeId: string; reason: string }) => patients.unmerge(input),
    onSuccess: () => {
      sayDone(t('merge.undone'));
      return cache.invalidateQueries({ queryKey: ['patients'] });
    },
    onError: (error) => sayFailed(text(error)),
  });
  return { unmerge: mutate, busy: isPending };
};

/** Puts two records together, with the way back for as long as it is said. */
export const useMerge = (after: () => void) => {
  const { t } = useTranslation('patients');
  const cache = useQueryClient();
  const text = useRefusalText();
  const { unmerge } = useUnmerge();
  const [problem, setProblem] = useState<string | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: (input: { keepId: string; dropId: string; reason: string }) => patients.merge(input),
    onSuccess: ({ mergeId }) => {
      sayDone(t('merge.done'), { word: t('merge.undo'), run: () => unmerge({ mergeId, reason: t('merge.undoReason') }) });
      after();
      return cache.invalidateQueries({ queryKey: ['patients'] });
    },
    onError: (error) => setProblem(text(error)),
  });
  return { merge: mutate, busy: isPending, problem };
};
