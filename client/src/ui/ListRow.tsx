import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Meaning } from './Tag.tsx';
import './ListRow.css';

interface Props {
  tag: ReactNode;
  title: string;
  /** Patient and far end. */
  about: ReactNode;
  owner?: ReactNode;
  clock?: ReactNode;
  /** The one verb; on phones the whole row is the target instead. */
  action?: ReactNode;
  to: string;
  /** The hottest item of the list, in its colour. */
  hot?: Meaning | undefined;
}

/** One piece of work: urgency, title, patient, owner, clock, one verb. Use inside `<ol className="rows">`. */
export const ListRow = ({ tag, title, about, owner, clock, action, to, hot }: Props) => (
  <li className={hot ? 'lrow lrow-hot' : 'lrow'} data-c={hot}>
    <span className="lrow-tag">{tag}</span>
    <div className="lrow-what">
      <h3 className="clip">
        <Link to={to} className="lrow-link">
          {title}
        </Link>
      </h3>
      <small className="soft clip">{about}</small>
    </div>
    <span className="lrow-owner">{owner}</span>
    <span className="lrow-clock">{clock}</span>
    <span className="lrow-act">{action}</span>
  </li>
);
