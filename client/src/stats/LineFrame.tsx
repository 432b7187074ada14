import type { ReactNode } from 'react';
import type { Urgency } from '../../../contract/consults.ts';
import { dateTime } from '../lib/format.ts';
import { UrgencyTag } from '../ui/Tag.tsx';
import './LineFrame.css';

interface Props {
  row: { urgency: Urgency; dxCode: string | null };
  who: string;
  at: string;
  way: string;
  /** What became of it. */
  state: ReactNode;
  /** The number, a link where the case may be opened. */
  no: ReactNode;
}

/** A row of a list of cases in the hand: the columns of the table, one below the other. */
export const LineFrame = ({ row: { urgency, dxCode }, who, at, way, state, no }: Props) => (
  <li className="case-line">
    <span className="row">
      <UrgencyTag urgency={urgency} />
      <b>{who}</b>
      <span className="num">{dxCode}</span>
      <small className="mute end num">{dateTime(at)}</small>
    </span>
    <span>{way}</span>
    <small className="soft num">{state}</small>
    <small className="mute num">{no}</small>
  </li>
);
