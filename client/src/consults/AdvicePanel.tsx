import { Check, MessageSquareQuote, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { AdviceView, Consult } from '../../../contract/consults.ts';
import { timeWithSeconds } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Problem } from '../ui/Problem.tsx';
import { Tag } from '../ui/Tag.tsx';
import { AdviceForm } from './AdviceForm.tsx';
import { consults } from './api.ts';
import { isTalking } from './ConsultHead.tsx';
import { useSides } from './side.ts';
import { useVerb, type Verb } from './useVerb.ts';
import { usePatientWords } from './words.ts';
import './AdvicePanel.css';

type Advice = z.infer<typeof AdviceView>;

const colours = { waiting: 'urgent', confirmed: 'met', rejected: 'unmet' } as const;

interface LineProps {
  advice: Advice;
  consult: Consult;
  verb: Verb;
}

/** The specialist hears it read back, then confirms or corrects by a tap. It is a signature: it names the patient. */
const Answer = ({ advice, consult, verb }: LineProps) => {
  const { t } = useTranslation('consults');
  const patient = usePatientWords().label(consult);
  const answer = (confirmed: boolean) =>
    verb.run({ work: () => consults.answerAdvice({ id: consult.id, adviceId: advice.id, confirmed }) });
  return (
    <div className="advice-answer">
      <p>{t('advice.patient', { patient })}</p>
      <Button icon={Check} busy={verb.busy} aria-label={t('advice.confirmFor', { patient })} onClick={() => answer(true)}>
        {t('advice.confirm')}
      </Button>
      <Button look="text" icon={X} busy={verb.busy} aria-label={t('advice.rejectFor', { patient })} onClick={() => answer(false)}>
        {t('advice.reject')}
      </Button>
    </div>
  );
};

const Line = ({ advice, consult, verb }: LineProps) => {
  const { t } = useTranslation('consults');
  const { consultant } = useSides(consult);
  const when = timeWithSeconds(advice.typedAt);
  return (
    <li className="advice">
      <p className="advice-text">{advice.text}</p>
      <small className="mute num">{t('advice.by', { name: advice.typedBy.name, at: when })}</small>
      <Tag c={colours[advice.state]} look={advice.state === 'waiting' ? 'dash' : 'tint'}>
        {advice.answeredAt ? t(`advice.${advice.state}At`, { at: timeWithSeconds(advice.answeredAt) }) : t('advice.waiting')}
      </Tag>
      {consultant && advice.state === 'waiting' && <Answer advice={advice} consult={consult} verb={verb} />}
    </li>
  );
};

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
      <Problem>{verb.problem}</Problem>
      {sides.requester && isTalking(consult) && <AdviceForm consult={consult} verb={verb} />}
    </div>
  );
};
