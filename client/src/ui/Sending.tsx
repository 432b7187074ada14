import type { ReactNode } from 'react';
import './Sending.css';

interface Props {
  name: string;
  /** How far it is, or what is in the way. */
  words: ReactNode;
  /** 0–1. */
  sent: number;
  /** What the bar shows, read aloud. */
  label: string;
  /** Small buttons: what may be done about it. */
  children?: ReactNode;
}

/** A file on its way to the server. Use inside a list. */
export const Sending = ({ name, words, sent, label, children }: Props) => (
  <li className="sending">
    <span className="clip">{name}</span>
    <span className="soft num end">{words}</span>
    {children}
    <progress max={1} value={sent} aria-label={label} />
  </li>
);
