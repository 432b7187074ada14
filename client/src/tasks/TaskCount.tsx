import { useTranslation } from 'react-i18next';
import { useMyTasks, useRungTasks } from './useTasks.ts';
import './tasks.css';

/** On the way to the tasks: how many the reader has not read yet, and how many ring their desk. */
export const TaskCount = () => {
  const { t } = useTranslation('tasks');
  const { data } = useMyTasks();
  const unread = (data?.items ?? []).filter(({ readAt }) => !readAt);
  const n = new Set([...unread, ...useRungTasks()].map(({ id }) => id)).size;
  if (n === 0) return null;
  return (
    <b className="task-count">
      {n}
      <span className="unseen">{t('unseen', { n })}</span>
    </b>
  );
};
