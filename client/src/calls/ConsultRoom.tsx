import { ClipboardCheck, MessageSquareQuote } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { Acknowledge } from '../consults/Acknowledge.tsx';
import { AdvicePanel } from '../consults/AdvicePanel.tsx';
import { CaseSummary } from '../consults/CaseSummary.tsx';
import { hasRoom } from '../consults/ConsultHead.tsx';
import { OpinionForm } from '../consults/OpinionForm.tsx';
import { useSides } from '../consults/side.ts';
import { usePatientWords } from '../consults/words.ts';
import { useMe } from '../lib/session.ts';
import { Button } from '../ui/Button.tsx';
import { Clock } from '../ui/Clock.tsx';
import { Note } from '../ui/Note.tsx';
import { UrgencyTag } from '../ui/Tag.tsx';
import { Chat } from './Chat.tsx';
import type { RoomCase } from './roomCase.ts';
import type { RoomView, Tab } from './view.ts';

/** A case without its patient's name: urgency, sex, age and diagnosis. The name stands in the summary only. */
const Title = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('calls');
  const { sketch } = usePatientWords();
  const who = sketch(consult.patient);
  return (
    <>
      <UrgencyTag urgency={consult.urgency} />
      <h1 className="clip" tabIndex={-1}>
        {consult.dx ? t('case', { who, dx: consult.dx.name }) : who}
      </h1>
    </>
  );
};

const Limit = ({ consult: { clock, urgency } }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  if (!clock) return null;
  return (
    <span className="end room-clock">
      <small>{t(`clock.${clock.name}`)}</small>
      <Clock startedAt={clock.startedAt} dueAt={clock.dueAt} c={urgency} />
    </span>
  );
};

/** The opinion has its place once there is one, and for whoever writes it. */
const hasOpinion = ({ can, opinions }: Consult) => can.includes('sign') || opinions.length > 0;

const Body = ({ consult, view }: { consult: Consult; view: RoomView }): ReactNode => {
  if (view.tab === 'summary') return <CaseSummary consult={consult} onPhoto={view.setPhoto} />;
  if (view.tab === 'advice') return <AdvicePanel consult={consult} />;
  if (view.tab === 'chat') return <Chat />;
  return (
    <div className="stack">
      <OpinionForm consult={consult} />
      {consult.opinions.length > 0 && <Acknowledge consult={consult} />}
    </div>
  );
};

/** An advice to confirm, an opinion to adopt. */
const Nudges = ({ consult, view }: { consult: Consult; view: RoomView }) => {
  const { t } = useTranslation('calls');
  const { consultant, requester } = useSides(consult);
  return (
    <>
      {consultant && view.advice > 0 && view.tab !== 'advice' && (
        <Note c="urgent" icon={MessageSquareQuote} live>
          <b>{t('nudge.advice')}</b>
          <Button size="small" onClick={() => view.setTab('advice')}>
            {t('nudge.adviceOpen')}
          </Button>
        </Note>
      )}
      {requester && consult.status === 'signed' && view.tab !== 'opinion' && (
        <Note c="met" icon={ClipboardCheck} live>
          <b>{t('nudge.signed')}</b>
          <Button size="small" onClick={() => view.setTab('opinion')}>
            {t('nudge.signedOpen')}
          </Button>
        </Note>
      )}
    </>
  );
};

/** Whose turn it is after the talk. */
const useNext = (consult: Consult): 'sign' | 'acknowledge' | 'close' | 'waitOpinion' | 'see' => {
  const { requester } = useSides(consult);
  const mine = (['sign', 'acknowledge', 'close'] as const).find((verb) => consult.can.includes(verb));
  if (mine) return mine;
  return requester && consult.opinions.length === 0 ? 'waitOpinion' : 'see';
};

const usePhones = ({ from, to, callbackPhone }: Consult): RoomCase['phones'] => {
  const { t } = useTranslation('calls');
  const inviting = useMe().memberships.some(({ hospital }) => hospital.id === from.hospital.id);
  const far = inviting ? to : from;
  const say = (what: 'duty' | 'center' | 'callback') => t(`phone.${what}`, { hospital: far.hospital.shortName });
  return inviting
    ? [
        [say('duty'), far.dutyPhone],
        [say('center'), far.centerPhone],
      ]
    : [
        [say('callback'), callbackPhone],
        [say('duty'), far.dutyPhone],
      ];
};

/** What the room shows of a consult. */
export const useConsultRoom = (consult: Consult): RoomCase => {
  const { t } = useTranslation('calls');
  const [phones, next] = [usePhones(consult), useNext(consult)];
  const tabs = useMemo<Tab[]>(
    () => ['summary', 'advice', 'chat', ...(hasOpinion(consult) ? ['opinion' as const] : [])],
    [consult],
  );
  return {
    call: { kind: 'consult', id: consult.id },
    path: `/consults/${consult.id}`,
    number: consult.consultNo,
    title: <Title consult={consult} />,
    limit: <Limit consult={consult} />,
    begunAt: consult.timeline.find(({ verb }) => verb === 'begin')?.at ?? null,
    phones,
    tabs,
    body: (view) => <Body consult={consult} view={view} />,
    advice: consult.advices.filter(({ state }) => state === 'waiting').length,
    nudges: (view) => <Nudges consult={consult} view={view} />,
    signs: consult.can.includes('sign'),
    open: hasRoom(consult),
    next: { act: t(`ended.do.${next}`), text: t(`ended.next.${next}`) },
  };
};
