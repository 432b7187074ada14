import { useTranslation } from 'react-i18next';
import { useNow } from '../lib/clock.ts';
import { stopwatch, time } from '../lib/format.ts';

/** From here on there are hours in it. */
const HOUR_MS = 3_600_000;
const RADIUS = 66;
const AROUND = 2 * Math.PI * RADIUS;

interface Counted {
  share: number;
  over: boolean;
  word: string;
  ms: number;
  limit: string;
}

/** Down to a limit and past it; up from the first ring where nothing is awaited but the answer. */
const useCounted = (from: string, due: string | null): Counted => {
  const { t } = useTranslation('paging');
  const now = useNow();
  const began = Date.parse(from);
  if (due === null)
    return { share: 1, over: false, word: t('countdown.since'), ms: now - began, limit: t('countdown.from', { at: time(from) }) };
  const ends = Date.parse(due);
  const over = now > ends;
  return {
    share: Math.min(1, Math.max(0, (ends - now) / Math.max(1, ends - began))),
    over,
    word: over ? t('countdown.over') : t('countdown.left'),
    ms: Math.abs(ends - now),
    limit: t('countdown.until', { at: time(due) }),
  };
};

/** Time left to answer as a ring that runs out; past the limit it says by how much. */
export const Countdown = ({ from, due }: { from: string; due: string | null }) => {
  const { share, over, word, ms, limit } = useCounted(from, due);
  return (
    <figure className="countdown" data-over={over}>
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
        {word}
        <b className="num" data-long={ms >= HOUR_MS}>
          {stopwatch(ms)}
        </b>
        {limit}
      </figcaption>
    </figure>
  );
};
