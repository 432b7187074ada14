import type { ReactNode } from 'react';
import { dateTime } from '../lib/format.ts';
import './LineFrame.css';

interface Props {
  /** What is seen of it first. */
  mark: ReactNode;
  dxCode?: string | null;
  who: string;
  at: string;
  way: string;
  /** What became of it. */
  state: ReactNode;
  /** The number, a link where the case may be opened. */
  no: ReactNode;
}

/** A row of a list of cases in the hand: the columns of the table, one below the other. */
export const LineFrame = ({ mark, dxCode, who, at, way, state, no }: Props) => (
  <li className="case-line">
    <span className="row">
      {mark}
      <b>{who}</b>
      {dxCode && <span className="num">{dxCode}</span>}
      <small className="mute end num">{dateTime(at)}</small>
    </span>
    <span>{way}</span>
    <small className="soft num">{state}</small>
    <small className="mute num">{no}</small>
  </li>
);
