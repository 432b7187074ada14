import type { ReactNode } from 'react';
import { State } from './State.tsx';

const Landscape = () => (
  <svg
    width="132"
    height="76"
    viewBox="0 0 132 76"
    fill="none"
    strokeWidth="2.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    <path d="M4 52 34 16l18 22 14-14 28 28" stroke="var(--shan)" />
    <path d="M4 62q11-8 22 0t22 0 22 0 22 0 22 0 14-3" stroke="var(--hai)" />
    <circle cx="108" cy="20" r="7" stroke="var(--urgent)" />
  </svg>
);

/** Nothing here yet: what will appear, and the one thing to do. */
export const Empty = ({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) => (
  <State c="shan" picture={<Landscape />} title={title} actions={action}>
    {children}
  </State>
);
