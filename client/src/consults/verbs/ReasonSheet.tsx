import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import type { Verb } from '../useVerb.ts';

interface Props {
  /** Its words: `sendBack` or `cancel`. */
  name: 'sendBack' | 'handOver' | 'cancel';
  verb: Verb;
  onSend: (note: string) => void;
  onClose: () => void;
}

/** A verb that the other side will want to understand: it asks why. */
export const ReasonSheet = ({ name, verb, onSend, onClose }: Props) => {
  const { t } = useTranslation('consults');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const send = () => (note.trim() ? onSend(note.trim()) : setAsked(true));
  const actions = (
    <>
      <Button onClick={onClose}>{t(`${name}.keep`)}</Button>
      <Button look={name === 'cancel' ? 'danger' : 'primary'} busy={verb.busy} onClick={send}>
        {t(`${name}.confirm`)}
      </Button>
    </>
  );
  return (
    <Sheet title={t(`${name}.title`)} onClose={onClose} actions={actions}>
      <div className="stack">
        <Field label={t(`${name}.why`)} required hint={t(`${name}.hint`)} error={asked && !note.trim() && t('needed')}>
          {(tied) => <TextArea {...tied} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        <Problem>{verb.problem}</Problem>
      </div>
    </Sheet>
  );
};
