import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../ui/Card.tsx';
import { TaskMini } from './TaskMini.tsx';
import { useMyTasks } from './useTasks.ts';

const SHOWN = 3;

/** What the reader owes: how much, and the most urgent. Nothing at all while there is nothing. */
export const MyTasks = () => {
  const { t } = useTranslation('tasks');
  const { data } = useMyTasks();
  if (!data || data.items.length === 0) return null;
  const all = (
    <Link to="/tasks">
      {t('all')} <ChevronRight aria-hidden size={16} />
    </Link>
  );
  return (
    <Card title={t('mine')} note={t(data.next ? 'countMore' : 'count', { n: data.items.length })} aside={all} flush>
      <ol>
        {data.items.slice(0, SHOWN).map((task) => (
          <TaskMini key={task.id} task={task} to={`/tasks?task=${task.id}`} />
        ))}
      </ol>
    </Card>
  );
};
