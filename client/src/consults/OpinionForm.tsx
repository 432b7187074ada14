import { CircleCheck, PenLine } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { timeWithSeconds } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Choice, Field, FieldError, TextArea } from '../ui/Field.tsx';
import { consults } from './api.ts';
import { OpinionView } from './OpinionView.tsx';
import { SignOpinion } from './SignOpinion.tsx';
import { type OpinionText, useOpinionDraft } from './useOpinionDraft.ts';
import { useVerb } from './useVerb.ts';
import './Opinion.css';

type Text = Exclude<keyof OpinionText, 'transfer'>;
interface Line {
  name: Text;
  rows: number;
  max: number;
  required?: true;
}

const lines: readonly Line[] = [
  { name: 'diagnosis', rows: 2, max: 2000, required: true },
  { name: 'basis', rows: 2, max: 2000 },
  { name: 'treatment', rows: 4, max: 4000, required: true },
  { name: 'furtherTests', rows: 2, max: 2000 },
  { name: 'risks', rows: 2, max: 2000 },
];
/** An amendment says first why it is one. */
const amendment: Line = { name: 'amendment', rows: 2, max: 500, required: true };
const transfers = ['notNeeded', 'consider', 'now'] as const;

type Draft = ReturnType<typeof useOpinionDraft>;

interface LinesProps {
  draft: Draft;
  asked: readonly Line[];
  wrong: ReadonlySet<string>;
}

const Lines = ({ draft, asked, wrong }: LinesProps) => {
  const { t } = useTranslation('consults');
  return asked.map(({ name, rows, max, required }) => (
    <Field
      key={name}
      label={t(`opinion.${name}`)}
      required={required ?? false}
      error={wrong.has(name) && t('opinion.needed', { name: t(`opinion.${name}`) })}
    >
      {(tied) => (
        <TextArea
          {...tied}
          rows={rows}
          maxLength={max}
          value={draft.body[name]}
          onChange={(event) => draft.change({ [name]: event.target.value })}
        />
      )}
    </Field>
  ));
};

const Transfer = ({ draft: { body, change }, wrong }: { draft: Draft; wrong: boolean }) => {
  const { t } = useTranslation('consults');
  return (
    <fieldset>
      <legend className="soft small">
        {t('opinion.transfer')} <em>*</em>
      </legend>
      <div className="row">
        {transfers.map((transfer) => (
          <Choice
            key={transfer}
            type="radio"
            name="transfer"
            checked={body.transfer === transfer}
            onChange={() => change({ transfer })}
          >
            {t(`transfer.${transfer}`)}
          </Choice>
        ))}
      </div>
      {wrong && <FieldError>{t('opinion.needed', { name: t('opinion.transfer') })}</FieldError>}
      {body.transfer !== null && body.transfer !== 'notNeeded' && (
        <Field label={t('opinion.transferNote')}>
          {(tied) => (
            <TextArea
              {...tied}
              rows={2}
              maxLength={1000}
              value={body.transferNote}
              onChange={(event) => change({ transferNote: event.target.value })}
            />
          )}
        </Field>
      )}
    </fieldset>
  );
};

const Saved = ({ saved }: { saved: Draft['saved'] }) => {
  const { t } = useTranslation('consults');
  if (!saved) return null;
  return (
    <small className="soft row" role="status">
      <CircleCheck aria-hidden size={16} />
      {t(`draft.${saved.where}`, { at: timeWithSeconds(saved.at) })}
    </small>
  );
};

/** The consultant's opinion up to the signature; `amend` makes a further version of a signed one. */
const Editor = ({ consult, amend, onDone }: { consult: Consult; amend: boolean; onDone: () => void }) => {
  const { t } = useTranslation('consults');
  const draft = useOpinionDraft(consult);
  const verb = useVerb(consult.id);
  const [asked, setAsked] = useState(false);
  const [signing, setSigning] = useState(false);
  const fields = amend ? [amendment, ...lines] : lines;
  const empty = fields.filter(({ name, required }) => required && draft.body[name].trim() === '').map(({ name }) => name);
  const { transfer } = draft.body;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (empty.length === 0) return setSigning(transfer !== null);
    const first = fields.findIndex(({ name }) => empty.includes(name));
    event.currentTarget.querySelectorAll('textarea')[first]?.focus();
  };
  const sign = () => {
    if (transfer === null) return;
    draft.rest();
    const input = { id: consult.id, opinion: { ...draft.body, transfer } };
    const after = () => {
      draft.forget();
      onDone();
    };
    verb.run({ work: () => (amend ? consults.amend(input) : consults.sign(input)), done: t('sign.done'), after });
  };
  return (
    <form className="opinion" onSubmit={submit}>
      <Lines draft={draft} asked={fields} wrong={new Set(asked ? empty : [])} />
      <Transfer draft={draft} wrong={asked && transfer === null} />
      <Field label={t('opinion.followUp')}>
        {(tied) => (
          <TextArea
            {...tied}
            rows={1}
            maxLength={500}
            value={draft.body.followUp}
            onChange={(event) => draft.change({ followUp: event.target.value })}
          />
        )}
      </Field>
      <div className="row">
        <Saved saved={draft.saved} />
        <span className="end row">
          {amend && <Button onClick={onDone}>{t('opinion.keep')}</Button>}
          <Button type="submit" look="primary" icon={PenLine}>
            {amend ? t('sign.amend') : t('sign.open')}
          </Button>
        </span>
      </div>
      {signing && transfer && (
        <SignOpinion
          consult={consult}
          body={{ ...draft.body, transfer }}
          amend={amend}
          verb={verb}
          onSign={sign}
          onClose={() => setSigning(false)}
        />
      )}
    </form>
  );
};

/** The opinion of a case: its editor for the consultant, the signed versions for everybody else. */
export const OpinionForm = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  const [amending, setAmending] = useState(false);
  if (consult.can.includes('sign')) return <Editor consult={consult} amend={false} onDone={() => undefined} />;
  if (amending && consult.can.includes('amend')) {
    return <Editor consult={consult} amend onDone={() => setAmending(false)} />;
  }
  if (consult.opinions.length === 0) return <p className="mute">{t('opinion.none')}</p>;
  return (
    <div className="stack">
      <OpinionView opinions={consult.opinions} />
      {consult.can.includes('amend') && (
        <div>
          <Button icon={PenLine} onClick={() => setAmending(true)}>
            {t('opinion.amend')}
          </Button>
        </div>
      )}
    </div>
  );
};
