/** How a length of time is written: its form, and the numbers in it. */
export interface Span {
  form: 'seconds' | 'minutes' | 'minutesSeconds' | 'wholeHours' | 'hours' | 'days';
  d: number;
  h: number;
  m: number;
  s: string;
}

const [HOUR_S, DAY_S] = [3_600, 86_400];
/** Up to here targets are spoken of in minutes: 90 分, 120 分. */
const IN_MINUTES_S = 2 * HOUR_S;
/** And in hours: 24 小时. */
const IN_HOURS_S = 2 * DAY_S;

/** Under two hours to the second, since targets are compared in seconds: 10 分 08 秒 is not within 10 分. */
export const spanOf = (seconds: number): Span => {
  const whole = Math.abs(Math.trunc(seconds));
  const short = whole <= IN_MINUTES_S;
  const numbers = {
    d: Math.floor(whole / DAY_S),
    h: Math.floor((whole < IN_HOURS_S ? whole : whole % DAY_S) / HOUR_S),
    m: short ? Math.floor(whole / 60) : Math.floor(whole / 60) % 60,
    s: whole < 60 ? String(whole) : String(whole % 60).padStart(2, '0'),
  };
  if (whole < 60) return { form: 'seconds', ...numbers };
  if (short) return { form: whole % 60 === 0 ? 'minutes' : 'minutesSeconds', ...numbers };
  if (whole >= IN_HOURS_S) return { form: 'days', ...numbers };
  return { form: numbers.m === 0 ? 'wholeHours' : 'hours', ...numbers };
};
