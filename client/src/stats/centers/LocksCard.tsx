import { useQuery } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MembershipView } from '../../../../contract/auth.ts';
import type { CenterFilter, emergencyStats as contract } from '../../../../contract/emergencyStats.ts';
import { serverNow } from '../../lib/clock.ts';
import { dateTime } from '../../lib/format.ts';
import { useMe } from '../../lib/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { monthName, monthOf, monthsFrom } from '../months.ts';
import { emergencyStats } from './api.ts';
import { type HospitalMonth, LockSheet } from './LockSheet.tsx';
import '../ResponseTable.css';

type Lock = (typeof contract.months.output)['_output']['items'][number];
type Own = (typeof MembershipView)['_output'];

interface Row extends HospitalMonth {
  /** Only an administrator of the hospital locks its months. */
  mine: boolean;
  lock: Lock | undefined;
  /** The month is not over. */
  running: boolean;
}

const MonthRow = ({ row, several, onLock }: { row: Row; several: boolean; onLock: () => void }) => {
  const { t } = useTranslation('stats');
  const { hospital, month, mine, lock, running } = row;
  return (
    <tr className="resp-low">
      <th scope="row">
        {several && `${hospital.name} `}
        {monthName(month)}
      </th>
      <td className="lock-state">
        {lock ? (
          <>
            <Tag c="shan" icon={LockKeyhole}>
              {t('centers.locks.locked')}
            </Tag>{' '}
            <span className="mute small">{dateTime(lock.lockedAt)}</span>
          </>
        ) : (
          <span className="mute">{t(running ? 'centers.locks.running' : 'centers.locks.unlocked')}</span>
        )}
      </td>
      <td className="lock-act">
        {mine && !lock && !running && (
          <Button
            size="small"
            icon={LockKeyhole}
            onClick={onLock}
            aria-label={t('centers.locks.ask', { month: monthName(month) })}
          >
            {t('centers.locks.lock')}
          </Button>
        )}
      </td>
    </tr>
  );
};

/** Which hospitals' months the reader looks after; overseers have none, and only county hospitals run centers. */
const useOwn = (): Own[] =>
  useMe().memberships.filter(
    ({ roles, hospital }) => hospital.kind === 'county' && (roles.includes('admin') || roles.includes('coordinator')),
  );

type Period = Pick<CenterFilter, 'from' | 'to'>;

const rowsOf = (own: readonly Own[], locks: readonly Lock[], { from, to }: Period): Row[] => {
  const thisMonth = monthOf(serverNow());
  return monthsFrom(from, to < thisMonth ? to : thisMonth)
    .reverse()
    .flatMap((month) =>
      own.map(({ hospital, roles }) => ({
        hospital,
        month,
        mine: roles.includes('admin'),
        lock: locks.find((lock) => lock.hospitalId === hospital.id && lock.month === month),
        running: month === thisMonth,
      })),
    );
};

const Months = ({ rows, several }: { rows: readonly Row[]; several: boolean }) => {
  const { t } = useTranslation('stats');
  const [asked, ask] = useState<Row | null>(null);
  return (
    <div className="stats-scroll">
      <table className="stats-table resp locks">
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            <th scope="col" className="lock-state">
              {t('centers.locks.state')}
            </th>
            <td className="lock-act" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MonthRow key={`${row.hospital.id} ${row.month}`} row={row} several={several} onLock={() => ask(row)} />
          ))}
        </tbody>
      </table>
      {asked && <LockSheet row={asked} onClose={() => ask(null)} />}
    </div>
  );
};

/** 月度锁定: of a locked month no time changes any more. */
export const LocksCard = ({ from, to }: Period) => {
  const { t } = useTranslation('stats');
  const own = useOwn();
  const query = useQuery({ ...emergencyStats.months.query(), enabled: own.length > 0 });
  if (own.length === 0) return null;
  return (
    <Card title={t('centers.locks.title')} note={t('centers.locks.note')} className="locks-card" flush>
      <Loaded query={query} failed={t('centers.locks.failed')} rows={4}>
        {({ items }) => <Months rows={rowsOf(own, items, { from, to })} several={own.length > 1} />}
      </Loaded>
    </Card>
  );
};
