import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { directory as actions } from '../../../contract/directory.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { sayDone, sayFailed } from '../ui/Toast.tsx';
import { directory } from './api.ts';
import type { Slot } from './week.ts';

export type Roster = z.infer<(typeof actions)['roster']['output']>;
export type NewDuty = z.infer<(typeof actions)['addDuty']['input']>;

/** The roster of one hospital, and the two things a coordinator may do with it; a removal can be undone. */
export const useRoster = (hospitalId: string) => {
  const { t } = useTranslation(['directory', 'common']);
  const cache = useQueryClient();
  const text = useRefusalText();
  const query = useQuery(directory.roster.query({ hospitalId }));
  const again = () => cache.invalidateQueries({ queryKey: ['directory'] });
  const onError = (error: unknown) => sayFailed(text(error));
  // Its refusal is shown by whoever asked: the form at its field.
  const add = useMutation({ mutationFn: (duty: NewDuty) => directory.addDuty(duty), onSuccess: again });
  const remove = useMutation({
    mutationFn: ({ id }: Slot) => directory.removeDuty({ id }),
    onSuccess: async (_, { person, departmentId, line, weekday, fromMinute, toMinute }) => {
      await again();
      const duty = { personId: person.id, departmentId, line, weekday, fromMinute, toMinute };
      const back = () => void add.mutateAsync(duty).catch(onError);
      sayDone(t('removed', { name: person.name }), { word: t('undo'), run: back });
    },
    onError,
  });
  return { query, add, remove };
};
