/** How a length of time is written: its form, and the numbers in it. */
export interface Span {
  form: 'seconds' | 'minutes' | 'minutesSeconds' | 'hours' | 'days';
  d: number;
  h: number;
  m: number;
  s: string;
}

const DAY_S = 86_400;

/** Under an hour to the second, since targets are compared in seconds: 10 分 08 秒 is not within 10 分. */
export const spanOf = (seconds: number): Span => {
  const whole = Math.abs(Math.trunc(seconds));
  const [d, h, m, s] = [Math.floor(whole / DAY_S), Math.floor((whole % DAY_S) / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const numbers = { d, h, m, s: m > 0 && d + h === 0 ? String(s).padStart(2, '0') : String(s) };
  if (d > 0) return { form: 'days', ...numbers };
  if (h > 0) return { form: 'hours', ...numbers };
  if (m === 0) return { form: 'seconds', ...numbers };
  return { form: s === 0 ? 'minutes' : 'minutesSeconds', ...numbers };
};
