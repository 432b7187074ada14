import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task, TaskSubject } from '../../../contract/tasks.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { NewSheet } from './sheets/NewSheet.tsx';
import { TaskSheet } from './sheets/TaskSheet.tsx';
import { TaskMini } from './TaskMini.tsx';
import { useOpened } from './useOpened.ts';
import { useSubjectTasks } from './useTasks.ts';
import type { Desk } from './words.ts';

/** What is owed before what is over; among the owed the most pressing first. */
const byPressure = (a: Task, b: Task): number =>
  Number(a.status !== 'open') - Number(b.status !== 'open') || (a.endedAt ? 0 : a.dueAt.localeCompare(b.dueAt));

interface Props {
  subject: TaskSubject;
  /** Who can be asked for something, the likeliest first; nobody, while the case takes no tasks. */
  desks: readonly Desk[];
}

/** A case page's card: what both sides owe one another about it. */
export const SubjectTasks = ({ subject, desks }: Props) => {
  const { t } = useTranslation('tasks');
  const query = useSubjectTasks(subject.id);
  const { opened, linkTo, close } = useOpened();
  const [asking, setAsking] = useState(false);
  const ask = desks.length > 0 && (
    <Button size="small" icon={Plus} onClick={() => setAsking(true)}>
      {t('new.open')}
    </Button>
  );
  return (
    <Card title={t('title')} aside={ask} flush>
      <Loaded query={query} failed={t('failed.list')} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="mute tasks-none">{t('none')}</p>
          ) : (
            <ol>
              {items.toSorted(byPressure).map((task) => (
                <TaskMini key={task.id} task={task} to={linkTo(task.id)} />
              ))}
            </ol>
          )
        }
      </Loaded>
      {asking && <NewSheet subject={subject} desks={desks} onClose={() => setAsking(false)} />}
      {opened && <TaskSheet key={opened} id={opened} onClose={close} />}
    </Card>
  );
};
