import { useQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ConsultRow, ConsultStatus } from '../../../contract/consults.ts';
import { consults } from '../consults/api.ts';
import { RingProgress } from '../consults/RingProgress.tsx';
import { useLiveLists } from '../consults/useConsult.ts';
import { useOwner, usePatientWords, useTitle } from '../consults/words.ts';
import { ActiveCases } from '../emergency/ActiveCases.tsx';
import { useNow } from '../lib/clock.ts';
import { useRingingCases } from '../paging/useRingingCases.ts';
import { MyTasks } from '../tasks/MyTasks.tsx';
import { RungTasks } from '../tasks/RungTasks.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Clock } from '../ui/Clock.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Owner } from '../ui/Owner.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Tag, UrgencyTag } from '../ui/Tag.tsx';
import { ToWatch, WaitingReferrals } from './WaitingReferrals.tsx';
import './home.css';

interface Column {
  name: string;
  statuses: readonly ConsultStatus[];
}

const columns: readonly Column[] = [
  { name: 'requested', statuses: ['requested'] },
  { name: 'returned', statuses: ['returned'] },
  { name: 'inSession', statuses: ['accepted', 'inSession'] },
  { name: 'signed', statuses: ['signed', 'acknowledged'] },
];

const CaseCard = ({ row }: { row: ConsultRow }) => {
  const title = useTitle();
  const owner = useOwner();
  const patient = usePatientWords();
  return (
    <li className="board-case" data-c={row.urgency}>
      <span className="row">
        <UrgencyTag urgency={row.urgency} />
        <span className="end">
          {row.clock && <Clock startedAt={row.clock.startedAt} dueAt={row.clock.dueAt} c={row.urgency} />}
        </span>
      </span>
      <Link to={`/consults/${row.id}`}>
        <b>{title(row)}</b>
      </Link>
      <small className="soft">
        {patient.full(row.patient)}, {row.from.shortName} → {row.to.shortName}
      </small>
      <Owner {...owner(row)} />
    </li>
  );
};

const Columns = ({ rows }: { rows: readonly ConsultRow[] }) => {
  const { t } = useTranslation('home');
  const now = useNow();
  const late = (row: ConsultRow) => row.clock !== null && Date.parse(row.clock.dueAt) < now;
  return (
    <div className="board">
      {columns.map(({ name, statuses }) => {
        const mine = rows.filter(({ status }) => statuses.includes(status));
        const overdue = mine.filter(late).length;
        return (
          <section key={name} className="board-column" aria-labelledby={`column-${name}`}>
            <h2 id={`column-${name}`}>
              {t(`board.${name}`)} <span className="mute num">{mine.length}</span>
              {overdue > 0 && (
                <Tag c="stat" look="solid">
                  {t('board.overdue', { n: overdue })}
                </Tag>
              )}
            </h2>
            <ol>
              {mine.map((row) => (
                <CaseCard key={row.id} row={row} />
              ))}
            </ol>
            {mine.length === 0 && <p className="mute board-none">{t('board.none')}</p>}
          </section>
        );
      })}
    </div>
  );
};

const RungNow = () => {
  const { t } = useTranslation('home');
  const { sketch } = usePatientWords();
  const { cases } = useRingingCases();
  if (cases.length === 0) return null;
  return (
    <Card title={t('board.rung')}>
      <ul className="rung">
        {cases.map((consult) => (
          <li key={consult.id}>
            <Link to={`/consults/${consult.id}`}>
              {sketch(consult.patient)} {consult.dx?.name ?? consult.purpose}
            </Link>
            <RingProgress consult={consult} />
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** The remote center: everything of the own hospital that is not over, by where it stands. */
export const Board = () => {
  const { t } = useTranslation('home');
  useLiveLists();
  const query = useQuery({ ...consults.list.query({ box: 'open', limit: 100 }), refetchInterval: 30_000 });
  return (
    <>
      <PageHeader title={t('board.title')}>
        <ButtonLink look="primary" icon={BellRing} to="/desk">
          {t('board.desk')}
        </ButtonLink>
      </PageHeader>
      <ActiveCases />
      <RungNow />
      <RungTasks />
      <MyTasks />
      <ToWatch />
      <WaitingReferrals />
      <Loaded query={query} failed={t('todo.failed')} rows={6}>
        {({ items }) => <Columns rows={items} />}
      </Loaded>
    </>
  );
};
