import { useTranslation } from 'react-i18next';
import { useNow } from '../lib/clock.ts';
import { stopwatch, time } from '../lib/format.ts';

const RADIUS = 66;
const AROUND = 2 * Math.PI * RADIUS;

/** Time left to answer as a ring that runs out; past the limit it says by how much. */
export const Countdown = ({ from, due }: { from: string; due: string }) => {
  const { t } = useTranslation('paging');
  const now = useNow();
  const [began, ends] = [Date.parse(from), Date.parse(due)];
  const left = ends - now;
  const share = Math.min(1, Math.max(0, left / Math.max(1, ends - began)));
  return (
    <figure className="countdown" data-over={left < 0}>
      <svg viewBox="0 0 148 148" aria-hidden>
        <circle cx="74" cy="74" r={RADIUS} fill="none" strokeWidth="7" className="countdown-track" />
        <circle
          cx="74"
          cy="74"
          r={RADIUS}
          fill="none"
          strokeWidth="7"
          strokeLinecap={share > 0 ? 'round' : 'butt'}
          strokeDasharray={`${share * AROUND} ${AROUND}`}
          transform="rotate(-90 74 74)"
          className="countdown-left"
        />
      </svg>
      <figcaption>
        {left < 0 ? t('countdown.over') : t('countdown.left')}
        <b className="num">{stopwatch(Math.abs(left))}</b>
        {t('countdown.until', { at: time(due) })}
      </figcaption>
    </figure>
  );
};
