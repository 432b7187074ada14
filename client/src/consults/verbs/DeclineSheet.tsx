import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Urgency } from '../../../../contract/consults.ts';
import type { DeclineReason } from '../../../../contract/paging.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice, Field, TextArea } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Sheet } from '../../ui/Sheet.tsx';

export type Reason = z.infer<typeof DeclineReason>;

const reasons: readonly Reason[] = ['operating', 'otherSpecialty', 'missingData', 'other'];

interface Props {
  urgency: Urgency;
  /** `decline` ends the case for the hospital; `refuse` passes one ring on to the next person. */
  name: 'decline' | 'refuse';
  busy: boolean;
  problem: string | null;
  onSend: (reason: Reason, note: string) => void;
  onClose: () => void;
}

/** 25号: a refusal says why. 资料不足 is no reason for a STAT, so it is not offered there. */
export const DeclineSheet = ({ urgency, name, busy, problem, onSend, onClose }: Props) => {
  const { t } = useTranslation('consults');
  const [reason, setReason] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  const offered = reasons.filter((one) => urgency !== 'stat' || one !== 'missingData');
  const actions = (
    <>
      <Button onClick={onClose}>{t(`${name}.keep`)}</Button>
      <Button look="primary" busy={busy} disabled={!reason} onClick={() => reason && onSend(reason, note.trim())}>
        {t(`${name}.confirm`)}
      </Button>
    </>
  );
  return (
    <Sheet title={t(`${name}.title`)} onClose={onClose} actions={actions}>
      <div className="stack">
        <fieldset aria-label={t('decline.why')}>
          {offered.map((one) => (
            <Choice key={one} type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)}>
              {t(`reason.${one}`)}
            </Choice>
          ))}
        </fieldset>
        <Field label={t('decline.note')}>
          {(tied) => (
            <TextArea {...tied} rows={2} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <Problem>{problem}</Problem>
      </div>
    </Sheet>
  );
};
