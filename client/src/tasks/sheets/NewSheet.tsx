import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TaskKind, type TaskSubject } from '../../../../contract/tasks.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { tasks } from '../api.ts';
import { useVerb } from '../useVerb.ts';
import { type Desk, useTaskWords } from '../words.ts';
import { dueIn, type Span, spans } from './due.ts';

interface Props {
  subject: TaskSubject;
  /** Who may be given it; the first unless another is chosen. */
  desks: readonly Desk[];
  onClose: () => void;
}

const blank = { title: '', detail: '', kind: 'followUp' as TaskKind, desk: 0, span: '24h' as Span, at: '' };

/** What is wanted, of whom and by when. */
export const NewSheet = ({ subject, desks, onClose }: Props) => {
  const { t } = useTranslation(['tasks', 'common']);
  const words = useTaskWords();
  const verb = useVerb();
  const [form, setForm] = useState(blank);
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<typeof blank>) => setForm((now) => ({ ...now, ...change }));
  const [title, dueAt] = [form.title.trim(), dueIn(form.span, form.at)];
  const send = () => {
    setAsked(true);
    const desk = desks[form.desk];
    if (!title || !dueAt || !desk) return;
    const owner = { hospitalId: desk.hospital.id, role: desk.role, ...(desk.department && { departmentId: desk.department.id }) };
    const detail = form.detail.trim();
    const task = { subject, kind: form.kind, title, owner, dueAt, ...(detail && { detail }) };
    verb.run({ work: () => tasks.open(task), done: t('past.open'), after: onClose });
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" busy={verb.busy} onClick={send}>
        {t('new.send')}
      </Button>
    </>
  );
  return (
    <Sheet title={t('new.title')} onClose={onClose} actions={actions}>
      <div className="stack">
        <Field label={t('field.title')} required hint={t('new.hint')} error={asked && !title && t('needed')}>
          {(tied) => (
            <TextInput {...tied} maxLength={120} value={form.title} onChange={(event) => set({ title: event.target.value })} />
          )}
        </Field>
        <Field label={t('field.to')}>
          {(tied) => (
            <Select {...tied} value={form.desk} onChange={(event) => set({ desk: Number(event.target.value) })}>
              {desks.map((desk, at) => (
                <option key={words.desk(desk)} value={at}>
                  {words.desk(desk)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('field.due')} error={asked && !dueAt && t('dueNeeded')}>
          {(tied) => (
            <Select {...tied} value={form.span} onChange={(event) => set({ span: event.target.value as Span })}>
              {spans.map((span) => (
                <option key={span} value={span}>
                  {t(`span.${span}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {form.span === 'at' && (
          <Field label={t('field.at')}>
            {(tied) => (
              <TextInput {...tied} type="datetime-local" value={form.at} onChange={(event) => set({ at: event.target.value })} />
            )}
          </Field>
        )}
        <Field label={t('field.kind')}>
          {(tied) => (
            <Select {...tied} value={form.kind} onChange={(event) => set({ kind: event.target.value as TaskKind })}>
              {TaskKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('field.detail')}>
          {(tied) => (
            <TextArea
              {...tied}
              rows={2}
              maxLength={2000}
              value={form.detail}
              onChange={(event) => set({ detail: event.target.value })}
            />
          )}
        </Field>
        <Problem>{verb.problem}</Problem>
      </div>
    </Sheet>
  );
};
