import { type ReactNode, useId } from 'react';
import './Card.css';

interface Props {
  title?: ReactNode;
  /** Said quietly beside the title: a count, a unit, n. */
  note?: ReactNode;
  /** At the far end of the title row: a link or a small button. */
  aside?: ReactNode;
  /** Rows that reach the edges bring their own padding. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A flat surface with an optional title row; a titled card is a landmark of its name. */
export const Card = ({ title, note, aside, flush = false, className = '', children }: Props) => {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={title ? id : undefined}>
      {title && (
        <header className="card-head">
          <h2 id={id}>{title}</h2>
          {note && <span className="mute">{note}</span>}
          {aside && <span className="end">{aside}</span>}
        </header>
      )}
      <div className={flush ? 'card-flush' : 'card-body'}>{children}</div>
    </section>
  );
};
