import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../lib/refusalText.ts';
import { useEvent } from '../lib/socket.ts';
import { sayDone, sayFailed } from '../ui/Toast.tsx';
import { beds } from './api.ts';
import type { Bed, Put } from './look.ts';

/** Changes are told to the desk and to the bed's own department; everybody else looks again. */
const LOOK_MS = 60_000;

/** The book of one hospital, kept fresh. */
export const useWards = (hospitalId: string) => {
  const cache = useQueryClient();
  useEvent('beds.changed', (changed) => {
    if (changed.hospitalId === hospitalId) void cache.invalidateQueries({ queryKey: ['beds'] });
  });
  return useQuery({ ...beds.list.query({ hospitalId }), refetchInterval: LOOK_MS });
};

/** How a bed was, for the way back. */
const asItWas = ({ label, state, freeAt }: Bed) => ({ label, state, ...(freeAt && { freeAt }) });

/** What the desk may do with the beds of a department; a change to one bed, and its removal, can be undone. */
export const useBook = (departmentId: string) => {
  const { t } = useTranslation('beds');
  const cache = useQueryClient();
  const text = useRefusalText();
  const again = () => cache.invalidateQueries({ queryKey: ['beds'] });
  const onError = (error: unknown) => sayFailed(text(error));
  const put = useMutation({
    mutationFn: (said: Put['beds']) => beds.put({ departmentId, beds: said }),
    onSuccess: again,
    onError,
  });
  const remove = useMutation({ mutationFn: ({ id }: Bed) => beds.remove({ id }), onSuccess: again, onError });
  const back = (was: Bed) => ({ word: t('undo'), run: () => put.mutate([asItWas(was)]) });
  return {
    busy: put.isPending || remove.isPending,
    change: async (was: Bed, now: Pick<Bed, 'state' | 'freeAt'>) => {
      await put.mutateAsync([asItWas({ ...was, ...now })]);
      sayDone(t('changed', { label: was.label, state: t(`state.${now.state}`) }), back(was));
    },
    add: async (said: Put['beds']) => {
      await put.mutateAsync(said);
      sayDone(t('added', { count: said.length }));
    },
    remove: async (was: Bed) => {
      await remove.mutateAsync(was);
      sayDone(t('removed', { label: was.label }), back(was));
    },
  };
};
