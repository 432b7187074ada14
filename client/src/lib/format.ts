import { language } from './i18n.ts';

/** Hospitals run on Beijing time wherever the browser is. */
const ZONE = 'Asia/Shanghai';
type Moment = string | number | Date;

const made = new Map<string, Intl.DateTimeFormat>();
const formatter = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = language() + JSON.stringify(options);
  const found =
    made.get(key) ??
    new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : 'zh-CN', { timeZone: ZONE, hourCycle: 'h23', ...options });
  made.set(key, found);
  return found;
};

const parts = (moment: Moment, options: Intl.DateTimeFormatOptions): Record<string, string> =>
  Object.fromEntries(
    formatter(options)
      .formatToParts(new Date(moment))
      .map(({ type, value }) => [type, value]),
  );

/** `09:32`. */
export const time = (moment: Moment): string => formatter({ hour: '2-digit', minute: '2-digit' }).format(new Date(moment));
/** `09:32:05`. */
export const timeWithSeconds = (moment: Moment): string =>
  formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(moment));

/** `11 月 23 日` / `23 Nov`; with the year when it is not this one. */
export const date = (moment: Moment): string => {
  const { year, month, day } = parts(moment, {
    year: 'numeric',
    month: language() === 'en' ? 'short' : 'numeric',
    day: 'numeric',
  });
  const thisYear = year === parts(Date.now(), { year: 'numeric' })['year'];
  if (language() === 'en') return thisYear ? `${day} ${month}` : `${day} ${month} ${year}`;
  return thisYear ? `${month} 月 ${day} 日` : `${year} 年 ${month} 月 ${day} 日`;
};

/** `11 月 23 日 周一` / `Mon 23 Nov`. */
export const dateWithWeekday = (moment: Moment): string => {
  const weekday = formatter({ weekday: 'short' }).format(new Date(moment));
  return language() === 'en' ? `${weekday} ${date(moment)}` : `${date(moment)} ${weekday}`;
};

const dayNumber = (moment: Moment): number => {
  const { year, month, day } = parts(moment, { year: 'numeric', month: 'numeric', day: 'numeric' });
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
};

/** Whole calendar days (Beijing) from one moment to another. */
export const daysBetween = (from: Moment, to: Moment): number => dayNumber(to) - dayNumber(from);

/** `09:32` today, otherwise with its day: `昨天 17:26`, `明天 18:00`, `11 月 3 日 08:00`. */
export const dateTime = (moment: Moment, now: Moment = Date.now()): string => {
  const days = daysBetween(now, moment);
  if (days === 0) return time(moment);
  const near = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  const day = Math.abs(days) === 1 ? near.format(days, 'day') : date(moment);
  return `${day} ${time(moment)}`;
};

/** `2 小时 4 分` in full, for sentences and screen readers; at least a minute. */
export const duration = (ms: number): string => {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const [h, m] = language() === 'en' ? ['h', 'min'] : ['小时', '分'];
  if (hours === 0) return `${rest} ${m}`;
  return rest === 0 ? `${hours} ${h}` : `${hours} ${h} ${rest} ${m}`;
};

/** `05:12`, or `1:05:12` from an hour on; for clocks that run. */
export const stopwatch = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
};

const ageWords = {
  'zh-CN': { years: (n: number) => `${n} 岁`, months: (n: number) => `${n} 月`, days: (n: number) => `${n} 天` },
  en: { years: (n: number) => `${n} y`, months: (n: number) => `${n} mo`, days: (n: number) => `${n} d` },
};

/** 63 岁, under three years 14 月, under a month 3 天; null when the birth date is not known. */
export const age = (birthDate: string | null, on: Moment = Date.now()): string | null => {
  if (!birthDate) return null;
  const words = ageWords[language()];
  const [was, is] = [new Date(birthDate), new Date(dayNumber(on) * 86_400_000)];
  const whole = is.getUTCDate() < was.getUTCDate() ? 1 : 0;
  const months = (is.getUTCFullYear() - was.getUTCFullYear()) * 12 + is.getUTCMonth() - was.getUTCMonth() - whole;
  if (months >= 36) return words.years(Math.floor(months / 12));
  return months >= 1 ? words.months(months) : words.days(daysBetween(birthDate, on));
};

/** `1,234` with the reader's separators. */
export const number = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat(language(), options).format(value);

/** `350 kB`, `1.2 MB`. */
export const fileSize = (bytes: number): string =>
  bytes < 1_000_000
    ? `${number(Math.max(1, Math.round(bytes / 1_000)))} kB`
    : `${number(bytes / 1_000_000, { maximumFractionDigits: 1 })} MB`;

/** `2026-11-23T09:32`, Beijing time, as `<input type="datetime-local">` wants it. */
export const inputTime = (moment: Moment): string =>
  new Date(new Date(moment).getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
/** What such an input holds, as an instant. */
export const fromInputTime = (text: string): string => new Date(`${text}:00+08:00`).toISOString();
