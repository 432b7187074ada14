import { Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Emergency } from '../../../../contract/emergency.ts';
import { useLink } from '../../lib/link.ts';
import { useMe } from '../../lib/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Note } from '../../ui/Note.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { emergency as actions } from '../api.ts';
import type { CaseProps } from './caseProps.ts';
import { HandoverButton } from './HandoverButton.tsx';
import { useVerb } from './useVerb.ts';

/** Whoever called the team, or has said so already, need not say that they come. */
const mayAnswer = ({ can, activator, steps }: Emergency, me: string): boolean =>
  can.includes('answer') && activator.id !== me && !steps.some(({ verb, person }) => verb === 'answer' && person?.id === me);

/** 我来: stops one's own ring; the one thing that cannot wait for another page. */
export const AnswerButton = ({ emergency }: { emergency: Emergency }) => {
  const { t } = useTranslation(['emergencyCase', 'emergency']);
  const me = useMe();
  const verb = useVerb(emergency.id);
  if (!mayAnswer(emergency, me.id)) return null;
  const answer = () => verb.run({ work: () => actions.answer({ id: emergency.id }), done: t('verb.done.answer') });
  return (
    <>
      <Button size="large" icon={Siren} busy={verb.busy} onClick={answer}>
        {t('verb.answer')}
      </Button>
      <Problem>{verb.problem}</Problem>
    </>
  );
};

/** What the reader may do with the case as a whole; each asks once more. */
export const VerbRow = ({ rescue, open }: Pick<CaseProps, 'rescue' | 'open'>) => {
  const { t } = useTranslation('emergencyCase');
  const { online } = useLink();
  if (!rescue.emergency) return null;
  const { can, patient, status } = rescue.emergency;
  const names = (['close', 'standDown', 'reopen', 'review'] as const).filter((name) => can.includes(name));
  return (
    <Card title={t('verb.title')}>
      <div className="stack ec-form">
        {!online && <Note c="urgent">{t('offline.verbs')}</Note>}
        <div className="row verbs">
          {names.map((name) => (
            <Button key={name} onClick={() => open({ name })}>
              {t(`verb.${name}`)}
            </Button>
          ))}
          <HandoverButton id={rescue.id} />
          {status !== 'stoodDown' && (
            <Button onClick={() => open({ name: 'identify' })}>{t(patient.known ? 'verb.bed' : 'verb.identify')}</Button>
          )}
        </div>
      </div>
    </Card>
  );
};
