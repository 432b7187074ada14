import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task } from '../../../../contract/tasks.ts';
import { dateTime } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import { Owner } from '../../ui/Owner.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { tasks } from '../api.ts';
import { StatusTag, TaskClock } from '../TaskState.tsx';
import { useVerb } from '../useVerb.ts';
import { pathOf, useTaskWords } from '../words.ts';
import type { Mode } from './TaskSheet.tsx';

const Story = ({ task }: { task: Task }) => {
  const { t } = useTranslation('tasks');
  const words = useTaskWords();
  return (
    <Facts
      items={[
        [
          t('field.case'),
          <Link key="case" to={pathOf(task)} className="num">
            {task.subject.no}
          </Link>,
        ],
        [t('field.opener'), `${words.opener(task)} ${dateTime(task.openedAt)}`],
        [t('field.owner'), words.desk(task.owner)],
        ...(task.detail ? [[t('field.detail'), task.detail] as const] : []),
        ...(task.endedAt
          ? [[t('field.ended'), [task.endedBy?.name, dateTime(task.endedAt)].filter(Boolean).join(' ')] as const]
          : []),
        ...(task.note ? [[t(`note.${task.status}`), task.note] as const] : []),
      ]}
    />
  );
};

interface Props {
  task: Task;
  onMode: (mode: Mode) => void;
  onClose: () => void;
}

/** What is owed, to whom and by when; and what the reader may do about it. */
export const ViewSheet = ({ task, onMode, onClose }: Props) => {
  const { t } = useTranslation('tasks');
  const words = useTaskWords();
  const verb = useVerb();
  const [note, setNote] = useState('');
  const { id, can, status } = task;
  const finish = () => verb.run({ work: () => tasks.finish({ id, note: note.trim() }), done: t('past.finish'), after: onClose });
  const actions = can.length > 0 && (
    <>
      {(['withdraw', 'reassign', 'decline'] as const).map(
        (mode) =>
          can.includes(mode) && (
            <Button key={mode} onClick={() => onMode(mode)}>
              {t(`verb.${mode}`)}
            </Button>
          ),
      )}
      {can.includes('finish') && (
        <Button look="primary" busy={verb.busy} onClick={finish}>
          {t('verb.finish')}
        </Button>
      )}
    </>
  );
  return (
    <Sheet title={task.title} onClose={onClose} actions={actions}>
      <div className="stack">
        <div className="row">
          {status === 'open' ? <Owner {...words.owner(task)} /> : <StatusTag status={status} />}
          {status === 'open' && (
            <span className="end">
              <TaskClock task={task} />
            </span>
          )}
        </div>
        {status === 'open' && task.escalatedAt && <Note c="urgent">{t('escalated', { at: dateTime(task.escalatedAt) })}</Note>}
        <Story task={task} />
        {can.includes('finish') && (
          <Field label={t('finish.note')} hint={t('finish.hint')}>
            {(tied) => (
              <TextArea {...tied} rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
            )}
          </Field>
        )}
        <Problem>{verb.problem}</Problem>
      </div>
    </Sheet>
  );
};
