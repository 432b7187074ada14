import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card.tsx';
import { TaskLine } from './TaskLine.tsx';
import { useRungTasks } from './useTasks.ts';

/** What the clock has rung the desk about: nobody has read it, or its limit has passed. Nothing while nothing does. */
export const RungTasks = () => {
  const { t } = useTranslation('tasks');
  const rung = useRungTasks();
  if (rung.length === 0) return null;
  return (
    <Card title={t('rung.title')} note={t('rung.note')} flush>
      <ol className="rows">
        {rung.map((task) => (
          <TaskLine key={task.id} task={task} to={`/tasks?box=desk&task=${task.id}`} />
        ))}
      </ol>
    </Card>
  );
};
