import { Ambulance } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Consult } from '../../../contract/consults.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { consults } from './api.ts';
import { useSides } from './side.ts';
import { useVerb } from './useVerb.ts';
import { DeclineSheet } from './verbs/DeclineSheet.tsx';
import { PhoneSheet } from './verbs/PhoneSheet.tsx';
import { ReasonSheet } from './verbs/ReasonSheet.tsx';
import { ReleaseSheet } from './verbs/ReleaseSheet.tsx';
import { SupplementSheet } from './verbs/SupplementSheet.tsx';

type Sheet = 'decline' | 'sendBack' | 'handOver' | 'cancel' | 'answerByPhone' | 'release' | 'supplement';

const unsigned: ReadonlySet<Consult['status']> = new Set(['requested', 'returned', 'accepted', 'inSession']);
/** Once it is signed only what is still owed may follow. */
const takesMore = ({ status, missing, owner }: Consult) => unsigned.has(status) || (owner !== null && missing.length > 0);

/** Talked over, or with an opinion: from here the patient may have to travel. */
const mayRefer: ReadonlySet<Consult['status']> = new Set(['inSession', 'signed', 'acknowledged']);

/** The form that belongs to a verb. */
const Form = ({ sheet, consult, onClose }: { sheet: Sheet; consult: Consult; onClose: () => void }) => {
  const { t } = useTranslation('consults');
  const verb = useVerb(consult.id);
  const { id } = consult;
  const done = t(`past.${sheet}`);
  if (sheet === 'answerByPhone') return <PhoneSheet consult={consult} onClose={onClose} />;
  if (sheet === 'supplement') return <SupplementSheet consult={consult} onClose={onClose} />;
  if (sheet === 'release') {
    return (
      <ReleaseSheet
        verb={verb}
        onClose={onClose}
        onSend={() => verb.run({ work: () => consults.release({ id }), done, after: onClose })}
      />
    );
  }
  if (sheet === 'decline') {
    return (
      <DeclineSheet
        name="decline"
        urgency={consult.urgency}
        busy={verb.busy}
        problem={verb.problem}
        onClose={onClose}
        onSend={(reason, note) =>
          verb.run({ work: () => consults.decline({ id, reason, ...(note && { note }) }), done, after: onClose })
        }
      />
    );
  }
  return (
    <ReasonSheet
      name={sheet}
      verb={verb}
      onClose={onClose}
      onSend={(note) => verb.run({ work: () => consults[sheet]({ id, note }), done, after: onClose })}
    />
  );
};

/** One button for each verb that is the reader's now; the state machine says which. */
export const VerbButtons = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  const navigate = useNavigate();
  const { requester } = useSides(consult);
  const verb = useVerb(consult.id);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const { can, id, status } = consult;
  const opening = (name: Sheet) =>
    can.includes(name as (typeof can)[number]) && (
      <Button key={name} onClick={() => setSheet(name)}>
        {t(`verb.${name}`)}
      </Button>
    );
  const accept = () => verb.run({ work: () => consults.accept({ id }), after: () => void navigate(`/room/consult/${id}`) });
  return (
    <>
      {verb.problem && (
        <Note c="hai" live>
          {verb.problem}
        </Note>
      )}
      <div className="row verbs">
        {can.includes('accept') && (
          <Button look="primary" busy={verb.busy} onClick={accept}>
            {t('verb.accept')}
          </Button>
        )}
        {can.includes('resend') && (
          <Button
            look="primary"
            busy={verb.busy}
            onClick={() => verb.run({ work: () => consults.resend({ id }), done: t('past.resend') })}
          >
            {t('verb.resend')}
          </Button>
        )}
        {requester && mayRefer.has(status) && (
          <ButtonLink icon={Ambulance} to={`/referrals/new?consult=${id}`}>
            {t('verb.refer')}
          </ButtonLink>
        )}
        {requester && takesMore(consult) && <Button onClick={() => setSheet('supplement')}>{t('verb.supplement')}</Button>}
        {status === 'requested' && can.includes('cancel') && (
          <Button busy={verb.busy} onClick={() => verb.run({ work: () => consults.nudge({ id }), done: t('nudge.done') })}>
            {t('verb.nudge')}
          </Button>
        )}
        {opening('answerByPhone')}
        {opening('sendBack')}
        {opening('release')}
        {opening('handOver')}
        {opening('decline')}
        {opening('cancel')}
      </div>
      {sheet && <Form sheet={sheet} consult={consult} onClose={() => setSheet(null)} />}
    </>
  );
};
