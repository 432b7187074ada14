import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Repeat2, Video } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { consults } from '../consults/api.ts';
import { ConsultLine } from '../consults/ConsultLine.tsx';
import { useLiveLists } from '../consults/useConsult.ts';
import { ActiveCases } from '../emergency/ActiveCases.tsx';
import { useMe } from '../lib/session.ts';
import { MyTasks } from '../tasks/MyTasks.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { WaitingReferrals } from './WaitingReferrals.tsx';
import { WhoNow } from './WhoNow.tsx';
import './home.css';

const EVERY_MS = 60_000;

const Todo = () => {
  const { t } = useTranslation('home');
  useLiveLists();
  const query = useQuery({ ...consults.list.query({ box: 'open' }), refetchInterval: EVERY_MS });
  const all = (
    <Link to="/consults">
      {t('all')} <ChevronRight aria-hidden size={16} />
    </Link>
  );
  return (
    <Card
      className="todo"
      title={t('todo.title')}
      note={query.data && t('todo.note', { n: query.data.items.length })}
      aside={all}
      flush
    >
      <Loaded query={query} failed={t('todo.failed')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('todo.empty')}>{t('todo.emptyText')}</Empty>
          ) : (
            <ol className="rows">
              {items.map((row, at) => (
                <ConsultLine key={row.id} row={row} hot={at === 0 && row.urgency === 'stat'} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Card>
  );
};

/** A county doctor: one green button and its sister, what is open, and whom to ask now. */
export const DoctorHome = () => {
  const { t } = useTranslation('home');
  const hospital = useMe().memberships.find(({ roles }) => roles.includes('doctor'))?.hospital.name;
  return (
    <>
      <h1 className="unseen">{hospital}</h1>
      <ActiveCases />
      <div className="home-go">
        <ButtonLink look="primary" icon={Video} to="/consults/new">
          {t('go.consult')}
        </ButtonLink>
        <ButtonLink icon={Repeat2} to="/referrals/new">
          {t('go.referral')}
        </ButtonLink>
        <p className="soft">{t('go.note')}</p>
      </div>
      <div className="home">
        <div className="stack">
          <Todo />
          <WaitingReferrals />
        </div>
        <div className="stack">
          <MyTasks />
          <WhoNow />
        </div>
      </div>
    </>
  );
};
