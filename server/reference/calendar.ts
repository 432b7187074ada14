import type { WorkingHours } from './shapes.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Working spans of one local day, as instants. */
const spansOf = ({ weekdays, spans, utcOffsetMinutes }: WorkingHours, localDay: number): { from: number; to: number }[] => {
  // 1970-01-01 was a Thursday.
  const weekday = ((localDay + 3) % 7) + 1;
  if (!weekdays.includes(weekday)) return [];
  const midnight = localDay * DAY - utcOffsetMinutes * MINUTE;
  return spans.map(({ fromMinute, toMinute }) => ({ from: midnight + fromMinute * MINUTE, to: midnight + toMinute * MINUTE }));
};

/** The instant by which `seconds` of working time have passed since `from`; a night or a weekend counts nothing. */
export const addWorkingTime = (hours: WorkingHours, from: Date, seconds: number): Date => {
  let left = seconds * 1000;
  const firstDay = Math.floor((from.getTime() + hours.utcOffsetMinutes * MINUTE) / DAY);
  for (let day = firstDay; ; day += 1) {
    for (const span of spansOf(hours, day)) {
      const start = Math.max(span.from, from.getTime());
      const free = Math.max(0, span.to - start);
      if (free >= left) return new Date(start + left);
      left -= free;
    }
  }
};
