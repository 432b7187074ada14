import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Meaning } from './Tag.tsx';
import './Note.css';

/** A tinted line that says one thing; `live` reads it aloud when it appears. */
export const Note = ({
  c,
  icon: Icon,
  live = false,
  children,
}: {
  c: Meaning;
  icon?: LucideIcon;
  live?: boolean;
  children: ReactNode;
}) => (
  <div className="note" data-c={c} role={live ? 'status' : undefined}>
    {Icon && <Icon aria-hidden size={18} />}
    <div>{children}</div>
  </div>
);
