import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ScoreKind, scoreOf } from '../../../../../contract/scores/index.ts';
import { serverNow } from '../../../lib/clock.ts';
import { Note } from '../../../ui/Note.tsx';
import { emergency } from '../../api.ts';
import { RecordSheet } from '../RecordSheet.tsx';
import type { Rescue } from '../rescue.ts';
import { useVerb } from '../useVerb.ts';
import { detailsOf } from './details.ts';
import { FieldPart } from './FieldPart.tsx';
import { fieldsOf } from './fields.ts';
import { inputOf, known, lacking, type ScoreForm } from './form.ts';
import { bandColour, useScoreWords } from './words.ts';
import './scores.css';

type Input = Parameters<typeof emergency.score>[0]['input'];

/** A chart on which nothing has been written would read as one without a finding. */
const scoredOf = (kind: ScoreKind, input: object) => (Object.keys(input).length === 0 ? null : scoreOf(kind, input));

/** What comes out of it so far, worked out here as the server will. */
const Preview = ({ kind, input, left }: { kind: ScoreKind; input: object; left: number }) => {
  const { t } = useTranslation('emergencyCase');
  const words = useScoreWords(kind);
  const scored = scoredOf(kind, input);
  if (!scored)
    return (
      <Note c="missing">
        {left > 0 ? t('score.left', { n: left }) : t(Object.keys(input).length === 0 ? 'score.empty' : 'score.wrong')}
      </Note>
    );
  return (
    <Note c={bandColour(kind, scored.band)}>
      <b className="ec-score-now num">{words.result(scored)}</b>
      {detailsOf(kind, input).map(({ key, items }) => (
        <span key={key} className="ec-score-detail">
          {t(`score.detail.${key}`, { items: items.map(words.item).join(t('unsent.comma')) })}
        </span>
      ))}
    </Note>
  );
};

interface Props {
  rescue: Rescue;
  kind: ScoreKind;
  onClose: () => void;
}

/** A score as it is examined, with its result while it is filled in; kept as the server works it out. */
export const ScoreSheet = ({ rescue, kind, onClose }: Props) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const words = useScoreWords(kind);
  const [form, setForm] = useState<ScoreForm>(() => known(kind, rescue, serverNow()));
  const verb = useVerb(rescue.id);
  const input = inputOf(kind, form, rescue.center);
  const left = lacking(kind, form).length;
  const send = () => {
    if (!scoredOf(kind, input)) return;
    const work = () => emergency.score({ id: rescue.id, kind, input: input as Input });
    verb.run({ work, done: t('score.done', { name: words.name }), after: onClose });
  };
  return (
    <RecordSheet rescue={rescue} title={words.name} word={t('score.send')} verb={verb} onSend={send} onClose={onClose}>
      <div className="ec-score-form">
        {fieldsOf(kind).map((field) => (
          <FieldPart
            key={field.name}
            kind={kind}
            field={field}
            typed={form[field.name]}
            onChange={(typed) => setForm((now) => ({ ...now, [field.name]: typed }))}
          />
        ))}
      </div>
      <div className="ec-score-preview">
        <Preview kind={kind} input={input} left={left} />
      </div>
      <p className="mute small">{t('emergency:qc')}</p>
    </RecordSheet>
  );
};
