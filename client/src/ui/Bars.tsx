import type { Meaning } from './Tag.tsx';
import './Bars.css';

const colours: Meaning[] = ['unmet', 'unmet', 'urgent', 'met', 'met'];

/** Strength of a line in 0–4 bars; `label` says it in words for screen readers. */
export const Bars = ({ n, label }: { n: 0 | 1 | 2 | 3 | 4; label: string }) => (
  <span className="bars" data-n={n} data-c={colours[n]} role="img" aria-label={label} title={label}>
    <s />
    <s />
    <s />
    <s />
  </span>
);
