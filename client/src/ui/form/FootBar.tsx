import type { ReactNode } from 'react';
import './form.css';

interface Props {
  /** What has to be known before pressing. */
  notes?: ReactNode;
  /** Where the text is kept by now. */
  saved: ReactNode;
  children: ReactNode;
}

/** Under a long form, always in reach: notes, where the text is kept, and the way on. */
export const FootBar = ({ notes, saved, children }: Props) => (
  <footer className="send-bar">
    {notes}
    <div className="send-row">
      <span className="soft small send-saved" role="status">
        {saved}
      </span>
      {children}
    </div>
  </footer>
);
