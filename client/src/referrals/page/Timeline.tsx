import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { dateTime } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { referrals } from '../api.ts';
import { mayOf, useSides } from './side.ts';
import { useVerb } from './useVerb.ts';

type Step = Referral['timeline'][number];

const Say = ({ referral: { id } }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const [text, setText] = useState('');
  const verb = useVerb(id);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said) verb.run({ work: () => referrals.say({ id, text: said }), after: () => setText('') });
  };
  return (
    <form className="say" onSubmit={send}>
      <TextInput
        aria-label={t('page.say.label')}
        placeholder={t('page.say.label')}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" busy={verb.busy}>
        {t('page.say.send')}
      </Button>
      <Problem>{verb.problem}</Problem>
    </form>
  );
};

const Line = ({ step: { at, verb, by, hospital, note } }: { step: Step }) => {
  const { t } = useTranslation('referrals');
  return (
    <li>
      <time className="mute" dateTime={at}>
        {dateTime(at)}
      </time>
      <div>
        {by && <b>{by} </b>}
        {t([`past.${verb}`, 'past.other'])}
        {hospital && <small className="mute"> {hospital}</small>}
        {note && <p className={verb === 'say' ? 'said' : 'soft'}>{note}</p>}
      </div>
    </li>
  );
};

/** 经过: what both sides did and said, newest first, and a line for what has no button. */
export const Timeline = ({ referral }: { referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const may = mayOf(referral, useSides(referral));
  return (
    <Card title={t('page.timeline')}>
      <div className="stack">
        {may.say && <Say referral={referral} />}
        <ol className="timeline ref-timeline">
          {[...referral.timeline].reverse().map((step) => (
            <Line key={`${step.at}${step.verb}`} step={step} />
          ))}
        </ol>
      </div>
    </Card>
  );
};
