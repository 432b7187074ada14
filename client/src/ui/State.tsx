import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Meaning } from './Tag.tsx';
import './State.css';

interface Props {
  c: Meaning;
  icon?: LucideIcon;
  /** Instead of an icon. */
  picture?: ReactNode;
  title: ReactNode;
  /** The whole page is this state, so that its title is the page's h1. */
  page?: boolean;
  /** Is my data safe, and what comes next. */
  children?: ReactNode;
  actions?: ReactNode;
  small?: ReactNode;
}

/** The frame of every "nothing to show": what happened, is my data safe, what next. */
export const State = ({ c, icon: Icon, picture, title, page = false, children, actions, small }: Props) => (
  <div className="state" data-c={c}>
    {picture ?? (Icon && <Icon aria-hidden size={34} className="state-icon" />)}
    {page ? <h1>{title}</h1> : <h2>{title}</h2>}
    {children && <p>{children}</p>}
    {actions && <div className="state-acts">{actions}</div>}
    {small && <small className="mute num">{small}</small>}
  </div>
);
