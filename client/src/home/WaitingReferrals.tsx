import { useQuery } from '@tanstack/react-query';
import { ChevronRight, TriangleAlert, Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { referrals } from '../referrals/api.ts';
import { ReferralLine } from '../referrals/ReferralLine.tsx';
import { useCounts } from '../referrals/useReferrals.ts';
import { Card } from '../ui/Card.tsx';
import { Tag } from '../ui/Tag.tsx';

/** The rest is one press away. */
const SHOWN = 3;
const EVERY_MS = 60_000;

/** The referrals that wait for the reader, least time left first; nothing while none does. */
export const WaitingReferrals = () => {
  const { t } = useTranslation(['home', 'referrals']);
  const counts = useCounts();
  const { data } = useQuery({ ...referrals.list.query({ box: 'mine', limit: SHOWN }), refetchInterval: EVERY_MS });
  if (!data || data.items.length === 0) return null;
  const all = (
    <Link to="/referrals?box=mine">
      {t('all')} <ChevronRight aria-hidden size={16} />
    </Link>
  );
  return (
    <Card
      className="todo"
      title={t('referrals:list.waiting')}
      note={counts && t('todo.note', { n: counts.mine })}
      aside={all}
      flush
    >
      <ol className="rows rlines">
        {data.items.map((row, at) => (
          <ReferralLine key={row.id} row={row} hot={at === 0 && row.urgency === 'stat'} />
        ))}
      </ol>
    </Card>
  );
};

/** For a desk: what has run out of time, and what is between two hospitals and known to neither. */
export const ToWatch = () => {
  const { t } = useTranslation('referrals');
  const counts = useCounts();
  if (!counts || counts.late + counts.lost === 0) return null;
  return (
    <nav className="to-watch" aria-label={t('list.attention.title')}>
      <b>{t('list.attention.title')}</b>
      {counts.late > 0 && (
        <Link to="/referrals?box=late">
          <Tag c="stat" look="solid" icon={TriangleAlert}>
            {t('list.attention.late', { n: counts.late })}
          </Tag>
        </Link>
      )}
      {counts.lost > 0 && (
        <Link to="/referrals?box=lost" title={t('list.attention.text')}>
          <Tag c="unmet" icon={Unplug}>
            {t('list.attention.lost', { n: counts.lost })}
          </Tag>
        </Link>
      )}
    </nav>
  );
};
