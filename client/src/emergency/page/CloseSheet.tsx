import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmergencyOutcome } from '../../../../contract/emergencySteps.ts';
import { Choice, Field, FieldError, TextArea } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import { emergency as actions } from '../api.ts';
import { RecordSheet } from './RecordSheet.tsx';
import type { SheetProps } from './sheetProps.ts';
import { useVerb } from './useVerb.ts';
import { useNodeWord } from './words.ts';

type Outcome = z.infer<typeof EmergencyOutcome>;

/** 结束抢救: how it ended, and what still has no time. */
export const CloseSheet = ({ rescue, onClose }: SheetProps) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const word = useNodeWord();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const verb = useVerb(rescue.id);
  const note = text.trim();
  const send = () => {
    setAsked(true);
    if (!outcome) return;
    const input = { id: rescue.id, outcome, ...(note && { note }) };
    verb.run({ work: () => actions.close(input), done: t('verb.done.close'), after: onClose });
  };
  return (
    <RecordSheet rescue={rescue} title={t('verb.close')} word={t('verb.close')} verb={verb} onSend={send} onClose={onClose}>
      {rescue.gaps.length > 0 && (
        <Note c="missing">{t('close.gaps', { nodes: rescue.gaps.map(word).join(t('unsent.comma')) })}</Note>
      )}
      <fieldset aria-label={t('close.outcome')}>
        {EmergencyOutcome.options.map((one) => (
          <Choice key={one} type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)}>
            {t(`emergency:outcome.${one}`)}
          </Choice>
        ))}
        {asked && !outcome && <FieldError>{t('close.choose')}</FieldError>}
      </fieldset>
      <Field label={t('close.note')}>
        {(tied) => <TextArea {...tied} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
    </RecordSheet>
  );
};
