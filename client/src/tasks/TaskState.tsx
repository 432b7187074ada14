import { useTranslation } from 'react-i18next';
import type { Task } from '../../../contract/tasks.ts';
import { dateTime } from '../lib/format.ts';
import { Clock } from '../ui/Clock.tsx';
import { type Meaning, Tag } from '../ui/Tag.tsx';

const meanings: Readonly<Record<Task['status'], Meaning>> = {
  open: 'routine',
  done: 'met',
  declined: 'unmet',
  withdrawn: 'missing',
};

export const StatusTag = ({ status }: Pick<Task, 'status'>) => {
  const { t } = useTranslation('tasks');
  return <Tag c={meanings[status]}>{t(`status.${status}`)}</Tag>;
};

/** The time left, or when it was over. */
export const TaskClock = ({ task: { openedAt, dueAt, endedAt } }: { task: Task }) =>
  endedAt ? <small className="mute num">{dateTime(endedAt)}</small> : <Clock startedAt={openedAt} dueAt={dueAt} />;
