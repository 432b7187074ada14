import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../../contract/tasks.ts';
import { useMe } from '../../lib/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Field.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { tasks } from '../api.ts';
import { useVerb } from '../useVerb.ts';
import { useTaskWords } from '../words.ts';

interface Props {
  task: Task;
  onBack: () => void;
  onClose: () => void;
}

/** To one person of the desk, to a coordinator who takes it over, or back to the desk. The reader comes first. */
export const ReassignSheet = ({ task, onBack, onClose }: Props) => {
  const { t } = useTranslation(['tasks', 'common']);
  const words = useTaskWords();
  const verb = useVerb();
  const me = useMe();
  const { id, owner } = task;
  const people = useQuery(tasks.candidates.query({ id }));
  /** Undefined until something is chosen; null is the desk. */
  const [chosen, setChosen] = useState<string | null | undefined>();
  const send = () =>
    chosen !== undefined &&
    verb.run({ work: () => tasks.reassign({ id, personId: chosen }), done: t('past.reassign'), after: onClose });
  const choice = (personId: string | null, word: string, title?: string) => (
    <Choice
      key={personId}
      type="radio"
      name="person"
      checked={chosen === personId}
      disabled={personId === (owner.person?.id ?? null)}
      onChange={() => setChosen(personId)}
    >
      <b>{word}</b> {title && <span className="soft">{title}</span>}
    </Choice>
  );
  const actions = (
    <>
      <Button onClick={onBack}>{t('common:back')}</Button>
      <Button look="primary" busy={verb.busy} disabled={chosen === undefined} onClick={send}>
        {t('reassign.confirm')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('reassign.title')} onClose={onClose} actions={actions}>
      <div className="stack">
        <p className="soft">{t('reassign.text')}</p>
        <Loaded query={people} rows={3}>
          {({ items }) => (
            <fieldset aria-label={t('reassign.who')}>
              {items.some((person) => person.id === me.id) && choice(me.id, t('reassign.me'))}
              {items
                .filter((person) => person.id !== me.id)
                .map(({ id: personId, name, title }) => choice(personId, name, title))}
              {choice(null, t('reassign.desk', { desk: words.desk(owner) }))}
            </fieldset>
          )}
        </Loaded>
        <Problem>{verb.problem}</Problem>
      </div>
    </Sheet>
  );
};
