import { Link } from 'react-router';
import type { ReferralRow } from '../../../contract/referrals.ts';
import { Owner } from '../ui/Owner.tsx';
import { UrgencyTag } from '../ui/Tag.tsx';
import { useOwnerWords } from './ownerWords.ts';
import { RowClock } from './RowClock.tsx';
import { useRowWords } from './rowWords.ts';
import { DirectionTag, isAmiss, LaneTag, StatusTag } from './Tags.tsx';

/** One referral as a card of the board; the whole of it opens the case. */
export const CaseCard = ({ row }: { row: ReferralRow }) => {
  const { title, patient, way } = useRowWords()(row);
  const owner = useOwnerWords()(row);
  return (
    <li className={row.mine ? 'rcard rcard-mine' : 'rcard'}>
      <div className="rcard-top">
        <span className="rcard-tags">
          <DirectionTag direction={row.direction} />
          <UrgencyTag urgency={row.urgency} />
          <LaneTag lane={row.lane} />
          {isAmiss(row.status) && <StatusTag status={row.status} />}
        </span>
        <RowClock row={row} />
      </div>
      <h3>
        <Link to={`/referrals/${row.id}`} className="rcard-link" data-open>
          {title}
        </Link>
      </h3>
      <small className="soft clip">{patient}</small>
      <small className="mute clip">{way}</small>
      {owner && (
        <div className="rcard-owner">
          <Owner {...owner} />
        </div>
      )}
    </li>
  );
};
