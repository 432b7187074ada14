import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextArea } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import { emergency as actions } from '../api.ts';
import { RecordSheet } from './RecordSheet.tsx';
import type { SheetProps } from './sheetProps.ts';
import { useVerb } from './useVerb.ts';
import { useNodeWord } from './words.ts';

/** 质控: what is missing, how complete it is, and what the desk says of it. */
export const ReviewSheet = ({ rescue, emergency, onClose }: SheetProps) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const word = useNodeWord();
  const [text, setText] = useState(emergency.review?.note ?? '');
  const [asked, setAsked] = useState(false);
  const verb = useVerb(rescue.id);
  const note = text.trim();
  const { recorded, required } = rescue.completeness;
  const send = () => {
    setAsked(true);
    if (note) verb.run({ work: () => actions.review({ id: rescue.id, note }), done: t('verb.done.review'), after: onClose });
  };
  return (
    <RecordSheet rescue={rescue} title={t('verb.review')} word={t('verb.review')} verb={verb} onSend={send} onClose={onClose}>
      <p className="num">{t('qc.complete', { recorded, required })}</p>
      {rescue.gaps.length > 0 ? (
        <Note c="missing">{t('close.gaps', { nodes: rescue.gaps.map(word).join(t('unsent.comma')) })}</Note>
      ) : (
        <Note c="met">{t('qc.noGaps')}</Note>
      )}
      <Field label={t('qc.note')} hint={t('emergency:qc')} required error={asked && !note && t('correct.needed')}>
        {(tied) => (
          <TextArea {...tied} rows={5} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
    </RecordSheet>
  );
};
