import type { Urgency } from '../../contract/consults.ts';
import { shanghaiDay } from '../../server/directory/week.ts';
import type { Random } from './random.ts';

const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;
/** Two years less a day or so. */
export const DAYS = 730;

/** Midnight in Asia/Shanghai at the beginning of the current day: the history ends before it. */
export const endOfHistory = (now: Date): Date => new Date(shanghaiDay(now).getTime() - SHANGHAI);

const isWeekend = (midnight: number): boolean => [0, 6].includes(new Date(midnight + SHANGHAI).getUTCDay());

/** The programme grows threefold; quieter at weekends, fuller in winter. */
const weightOf = (day: number, midnight: number): number => {
  const winter = 1 + 0.12 * Math.cos((2 * Math.PI * new Date(midnight).getUTCMonth()) / 12);
  return (1 + 2 * (day / DAYS)) * winter * (isWeekend(midnight) ? 0.75 : 1);
};

/** Emergencies come at all hours and most in the evening; routine requests in office hours. */
const minuteOf = (random: Random, urgency: Urgency): number => {
  if (urgency === 'routine')
    return random.chance(0.55) ? random.int(8 * 60 + 10, 11 * 60 + 50) : random.int(14 * 60, 17 * 60 + 20);
  return random.weighted([
    [random.int(0, 7 * 60), 18],
    [random.int(7 * 60, 18 * 60), 50],
    [random.int(18 * 60, 24 * 60 - 1), 32],
  ]);
};

/** Draws instants of the two years before `now`, to the second. */
export const calendarOf = (now: Date) => {
  const end = endOfHistory(now).getTime();
  const days = Array.from({ length: DAYS }, (_, day) => {
    const midnight = end - (DAYS - day) * DAY;
    return [midnight, weightOf(day, midnight)] as const;
  });
  const working = days.filter(([midnight]) => !isWeekend(midnight));
  return (random: Random, urgency: Urgency): Date => {
    const midnight = random.weighted(urgency === 'routine' ? working : days);
    return new Date(midnight + minuteOf(random, urgency) * 60_000 + random.int(0, 59) * 1000);
  };
};
