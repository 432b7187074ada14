import { useTranslation } from 'react-i18next';
import { Count } from '../ui/Count.tsx';
import { useMyTasks, useRungTasks } from './useTasks.ts';

/** On the way to the tasks: how many the reader has not read yet, and how many ring their desk. */
export const TaskCount = () => {
  const { t } = useTranslation('tasks');
  const { data } = useMyTasks();
  const unread = (data?.items ?? []).filter(({ readAt }) => !readAt);
  const n = new Set([...unread, ...useRungTasks()].map(({ id }) => id)).size;
  return <Count n={n} label={t('unseen', { n })} />;
};
