import { useTranslation } from 'react-i18next';
import { useNow } from '../lib/clock.ts';
import { date, daysBetween, stopwatch, time } from '../lib/format.ts';
import type { Meaning } from './Tag.tsx';
import './Clock.css';

interface Props {
  /** Where the fuse began and the absolute limit, ISO 8601. */
  startedAt: string;
  dueAt: string;
  /** The urgency's colour while there is time. */
  c?: Meaning;
  /** An estimate (sea blue, 约), not a limit: it never turns red. */
  estimate?: boolean;
  large?: boolean;
}

const HOUR = 3_600_000;
/** Seconds are shown while they can still change what somebody does. */
const SECONDS_UNDER = 30 * 60_000;
/** Share of the time at which the colour goes one level up. */
const SHORT = 0.2;
const hotter: Partial<Record<Meaning, Meaning>> = { routine: 'urgent', urgent: 'stat', missing: 'urgent', unmet: 'stat' };

const useLeft = (ms: number, now: number): string => {
  const { t } = useTranslation('common');
  if (ms < 0)
    return t('clock.over', {
      left: -ms < HOUR ? t('clock.minutes', { m: Math.max(1, Math.floor(-ms / 60_000)) }) : spell(t, -ms),
    });
  if (ms < SECONDS_UNDER) return stopwatch(ms);
  const days = daysBetween(now, now + ms);
  if (ms > 24 * HOUR || (days > 0 && ms > 12 * HOUR)) return days === 1 ? t('clock.tomorrow') : t('clock.days', { d: days });
  return spell(t, ms);
};

const spell = (t: (key: string, values: Record<string, number>) => string, ms: number): string => {
  const minutes = Math.floor(ms / 60_000);
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (h === 0) return t('clock.minutes', { m });
  return h >= 24 ? t('clock.days', { d: Math.floor(h / 24) }) : t('clock.hours', { h, m });
};

/** Time left and the absolute limit over a fuse that burns down: `05:12 至 09:32`; past it, solid: `超时 12 分`. Server time. */
export const Clock = ({ startedAt, dueAt, c = 'routine', estimate = false, large = false }: Props) => {
  const { t } = useTranslation('common');
  const now = useNow();
  const [from, due] = [Date.parse(startedAt), Date.parse(dueAt)];
  const left = due - now;
  const share = Math.min(1, Math.max(0, left / Math.max(1, due - from)));
  const over = left < 0 && !estimate;
  const colour = estimate ? 'hai' : share <= SHORT ? (hotter[c] ?? c) : c;
  const words = useLeft(estimate ? Math.max(0, left) : left, now);
  const limit = Math.abs(daysBetween(now, due)) > 1 ? date(due) : time(due);
  return (
    <time
      className={`clk${over ? ' clk-over' : ''}${large ? ' clk-large' : ''}`}
      data-c={over ? 'stat' : colour}
      dateTime={dueAt}
      style={{ '--p': share } as React.CSSProperties}
    >
      <b>{estimate ? t('clock.about', { left: words }) : words}</b>
      <span>{t('clock.until', { at: limit })}</span>
    </time>
  );
};
