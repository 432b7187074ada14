import './Count.css';

const MOST = 99;

/** How much waits behind a place of the navigation; nothing while nothing does. `label` says what is counted, for screen readers. */
export const Count = ({ n, label }: { n: number; label: string }) =>
  n > 0 && (
    <b className="count">
      <span aria-hidden>{n > MOST ? `${MOST}+` : n}</span>
      <span className="unseen">{label}</span>
    </b>
  );
