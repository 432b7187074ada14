import type { ReferralRow } from '../../../contract/referrals.ts';
import { useNow } from '../lib/clock.ts';
import { dateTime } from '../lib/format.ts';
import { Clock } from '../ui/Clock.tsx';
import { shownClock } from './shownClock.ts';

/** Time left, the ETA on the road, or when it was written where no clock runs. */
export const RowClock = ({ row }: { row: ReferralRow }) => {
  const clock = shownClock(row, useNow());
  if (!clock) return <small className="mute num">{dateTime(row.submittedAt ?? row.createdAt)}</small>;
  return <Clock {...clock} c={row.urgency} />;
};
