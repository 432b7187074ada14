import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task } from '../../../contract/tasks.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { ListRow } from '../ui/ListRow.tsx';
import { Owner } from '../ui/Owner.tsx';
import { Tag } from '../ui/Tag.tsx';
import { StatusTag, TaskClock } from './TaskState.tsx';
import { pathOf, useTaskWords } from './words.ts';
import './tasks.css';

/** One task as a row of work; `to` opens it. */
export const TaskLine = ({ task, to }: { task: Task; to: string }) => {
  const { t } = useTranslation('tasks');
  const words = useTaskWords();
  const about = (
    <>
      <Link to={pathOf(task)} className="task-case num">
        {task.subject.no}
      </Link>{' '}
      {t('from', { opener: words.opener(task) })}
    </>
  );
  return (
    <ListRow
      tag={<Tag c="hai">{t(`kind.${task.kind}`)}</Tag>}
      title={task.title}
      about={about}
      owner={task.status === 'open' ? <Owner {...words.owner(task)} /> : <StatusTag status={task.status} />}
      clock={<TaskClock task={task} />}
      action={
        <ButtonLink size="small" to={to}>
          {t(task.mine ? 'next.do' : 'next.look')}
        </ButtonLink>
      }
      to={to}
    />
  );
};
