import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Availability, auth as actions } from '../../../contract/auth.ts';
import { consults } from '../consults/api.ts';
import { ConsultLine } from '../consults/ConsultLine.tsx';
import { useLiveLists } from '../consults/useConsult.ts';
import { ActiveCases } from '../emergency/ActiveCases.tsx';
import { usePatientLine } from '../emergency/usePatientLine.ts';
import { client } from '../lib/api.ts';
import { useRefusalText } from '../lib/refusalText.ts';
import { changedMe, useMe } from '../lib/session.ts';
import { useRingName } from '../paging/ringName.ts';
import type { Ringing } from '../paging/rings.ts';
import { useRinging } from '../paging/useRinging.ts';
import { MyTasks } from '../tasks/MyTasks.tsx';
import { Card } from '../ui/Card.tsx';
import { Clock } from '../ui/Clock.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { UrgencyTag } from '../ui/Tag.tsx';
import { sayFailed } from '../ui/Toast.tsx';
import { MyDuties } from './MyDuties.tsx';
import { WaitingReferrals } from './WaitingReferrals.tsx';
import './home.css';

const auth = client(actions, 'auth');
const states: readonly Availability[] = ['free', 'operating', 'away'];
const shapes = { free: 'online', operating: 'operating', away: 'away' } as const;

/** 空闲, 手术中, 离开: large, because it is pressed on the way to the table. */
const Switch = () => {
  const { t } = useTranslation('common');
  const text = useRefusalText();
  const me = useMe();
  const { mutate, isPending, variables } = useMutation({
    mutationFn: auth.updateMe,
    onSuccess: changedMe,
    onError: (error) => sayFailed(text(error)),
  });
  const shown = isPending ? variables?.availability : me.availability;
  return (
    <fieldset className="availability" aria-label={t('availability.label')}>
      {states.map((availability) => (
        <label key={availability} className={availability === shown ? 'availability-on' : ''}>
          <input type="radio" name="availability" checked={availability === shown} onChange={() => mutate({ availability })} />
          <b>
            <i aria-hidden className={`dot dot-${shapes[availability]}`} /> {t(`availability.${availability}`)}
          </b>
          <small>{t(`availability.${availability}Means`)}</small>
        </label>
      ))}
    </fieldset>
  );
};

const RingingNow = () => {
  const { t } = useTranslation('home');
  const patient = usePatientLine();
  const rings = useRinging();
  const name = useRingName();
  const about = (ring: Ringing) => {
    if (ring.kind === 'consult') return ring.card.purpose;
    return ring.kind === 'referral' ? t('ringing.referral') : name(ring);
  };
  if (rings.length === 0) return null;
  return (
    <Card title={t('ringing.title')} note={t('ringing.note', { n: rings.length })} flush>
      <ul>
        {rings.map((ring) => (
          <li key={ring.pageId} className="ringing">
            <UrgencyTag urgency={ring.urgency} />
            <Link to={ring.path} className="clip">
              <b>
                {patient(ring.patient)} {ring.dx}
              </b>{' '}
              <span className="soft">{about(ring)}</span>
            </Link>
            <span className="soft clip">{ring.from.shortName}</span>
            {ring.dueAt && <Clock startedAt={ring.rungAt} dueAt={ring.dueAt} c={ring.urgency} />}
          </li>
        ))}
      </ul>
    </Card>
  );
};

const Mine = () => {
  const { t } = useTranslation('home');
  const me = useMe();
  useLiveLists();
  const query = useQuery({ ...consults.list.query({ box: 'open' }), refetchInterval: 60_000 });
  return (
    <Card className="todo" title={t('mine.title')} flush>
      <Loaded query={query} failed={t('todo.failed')}>
        {({ items }) => {
          const rows = items.filter(({ consultant, mine }) => consultant?.id === me.id || mine);
          if (rows.length === 0) return <Empty title={t('mine.empty')}>{t('mine.emptyText')}</Empty>;
          return (
            <ol className="rows">
              {rows.map((row, at) => (
                <ConsultLine key={row.id} row={row} hot={at === 0 && row.mine && row.urgency === 'stat'} />
              ))}
            </ol>
          );
        }}
      </Loaded>
    </Card>
  );
};

/** A specialist on duty: am I reachable, what rings, what I owe, when I am on. */
export const SpecialistHome = () => {
  const { t } = useTranslation('home');
  return (
    <>
      <PageHeader title={t('duty.title')} />
      <Switch />
      <RingingNow />
      <ActiveCases />
      <div className="home">
        <div className="stack">
          <Mine />
          <WaitingReferrals />
        </div>
        <div className="stack">
          <MyTasks />
          <MyDuties />
        </div>
      </div>
    </>
  );
};
