import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../../contract/tasks.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { tasks } from '../api.ts';
import { useTask } from '../useTasks.ts';
import { useVerb } from '../useVerb.ts';
import { ReasonSheet } from './ReasonSheet.tsx';
import { ReassignSheet } from './ReassignSheet.tsx';
import { ViewSheet } from './ViewSheet.tsx';

export type Mode = 'view' | 'decline' | 'withdraw' | 'reassign';
interface Props {
  task: Task;
  onClose: () => void;
}

/** Opened by who owes it, it is read. */
const useReading = ({ id, mine, readAt }: Task): void => {
  const { run } = useVerb();
  const read = useEffectEvent(() => run({ work: () => tasks.markRead({ id }) }));
  useEffect(() => {
    if (mine && !readAt) read();
  }, [mine, readAt]);
};

const Opened = ({ task, onClose }: Props) => {
  const [mode, setMode] = useState<Mode>('view');
  useReading(task);
  const back = () => setMode('view');
  if (mode === 'decline' || mode === 'withdraw') return <ReasonSheet name={mode} id={task.id} onBack={back} onClose={onClose} />;
  if (mode === 'reassign') return <ReassignSheet task={task} onBack={back} onClose={onClose} />;
  return <ViewSheet task={task} onMode={setMode} onClose={onClose} />;
};

/** One task over whatever page it is looked at from. */
export const TaskSheet = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation('tasks');
  const query = useTask(id);
  if (query.data) return <Opened key={id} task={query.data} onClose={onClose} />;
  return (
    <Sheet title={t('title')} onClose={onClose}>
      <Loaded query={query} failed={t('failed.one')} rows={4}>
        {() => null}
      </Loaded>
    </Sheet>
  );
};
