import { Check, MessageSquareQuote, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AdviceView, Consult } from '../../../contract/consults.ts';
import { timeWithSeconds } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Tag } from '../ui/Tag.tsx';
import { consults } from './api.ts';
import { useSides } from './side.ts';
import { useVerb, type Verb } from './useVerb.ts';
import './AdvicePanel.css';

type Advice = z.infer<typeof AdviceView>;

const colours = { waiting: 'urgent', confirmed: 'met', rejected: 'unmet' } as const;

/** The specialist hears it read back, then confirms or corrects by a tap. */
const Answer = ({ advice, consultId, verb }: { advice: Advice; consultId: string; verb: Verb }) => {
  const { t } = useTranslation('consults');
  const answer = (confirmed: boolean) =>
    verb.run({ work: () => consults.answerAdvice({ id: consultId, adviceId: advice.id, confirmed }) });
  return (
    <div className="row">
      <Button size="small" icon={Check} busy={verb.busy} onClick={() => answer(true)}>
        {t('advice.confirm')}
      </Button>
      <Button size="small" look="text" icon={X} busy={verb.busy} onClick={() => answer(false)}>
        {t('advice.reject')}
      </Button>
    </div>
  );
};

const Line = ({ advice, consult, verb }: { advice: Advice; consult: Consult; verb: Verb }) => {
  const { t } = useTranslation('consults');
  const { consultant } = useSides(consult);
  const when = timeWithSeconds(advice.typedAt);
  return (
    <li className="advice">
      <p>{advice.text}</p>
      <small className="mute num">{t('advice.by', { name: advice.typedBy.name, at: when })}</small>
      <Tag c={colours[advice.state]} look={advice.state === 'waiting' ? 'dash' : 'tint'}>
        {advice.answeredAt ? t(`advice.${advice.state}At`, { at: timeWithSeconds(advice.answeredAt) }) : t('advice.waiting')}
      </Tag>
      {consultant && advice.state === 'waiting' && <Answer advice={advice} consultId={consult.id} verb={verb} />}
    </li>
  );
};

const Write = ({ consult, verb }: { consult: Consult; verb: Verb }) => {
  const { t } = useTranslation('consults');
  const [text, setText] = useState('');
  const send = () =>
    text.trim() && verb.run({ work: () => consults.advise({ id: consult.id, text: text.trim() }), after: () => setText('') });
  return (
    <form
      className="advice-write"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextInput
        value={text}
        maxLength={300}
        aria-label={t('advice.write')}
        placeholder={t('advice.placeholder')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" busy={verb.busy} disabled={text.trim() === ''}>
        {t('advice.send')}
      </Button>
    </form>
  );
};

const isTalking = ({ status }: Consult) => status === 'accepted' || status === 'inSession';

/** 口头意见: the county doctor types one line, the specialist confirms it; both before the signed opinion. */
export const AdvicePanel = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  const sides = useSides(consult);
  const verb = useVerb(consult.id);
  return (
    <div className="advices">
      {consult.advices.length > 0 && (
        <ol>
          {consult.advices.map((advice) => (
            <Line key={advice.id} advice={advice} consult={consult} verb={verb} />
          ))}
        </ol>
      )}
      {consult.advices.length === 0 && (
        <p className="mute">
          <MessageSquareQuote aria-hidden size={16} /> {t('advice.none')}
        </p>
      )}
      {verb.problem && (
        <Note c="unmet" live>
          {verb.problem}
        </Note>
      )}
      {sides.requester && isTalking(consult) && <Write consult={consult} verb={verb} />}
    </div>
  );
};
