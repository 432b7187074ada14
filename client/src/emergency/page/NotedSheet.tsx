import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextArea } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import { emergency as actions } from '../api.ts';
import { RecordSheet } from './RecordSheet.tsx';
import type { SheetProps } from './sheetProps.ts';
import { useVerb } from './useVerb.ts';

/** 误报解除 may say why; 重新打开 must. */
export const NotedSheet = ({ rescue, name, onClose }: SheetProps) => {
  const { t } = useTranslation('emergencyCase');
  const reopens = name === 'reopen';
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const verb = useVerb(rescue.id);
  const note = text.trim();
  const send = () => {
    setAsked(true);
    if (reopens && !note) return;
    const work = () =>
      reopens ? actions.reopen({ id: rescue.id, note }) : actions.standDown({ id: rescue.id, ...(note && { note }) });
    verb.run({ work, done: t(`verb.done.${name}`), after: onClose });
  };
  return (
    <RecordSheet
      rescue={rescue}
      title={t(`verb.${name}`)}
      word={t(`verb.${name}`)}
      grave={!reopens}
      verb={verb}
      onSend={send}
      onClose={onClose}
    >
      <Note c={reopens ? 'hai' : 'unmet'}>{t(`verb.means.${name}`)}</Note>
      <Field label={t(`verb.why.${name}`)} required={reopens} error={reopens && asked && !note && t('correct.needed')}>
        {(tied) => <TextArea {...tied} maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
    </RecordSheet>
  );
};
