const DAY = 1_440;
const WEEK = 7 * DAY;
/** Asia/Shanghai has been at UTC+8 without summer time since 1991. */
const SHANGHAI = 8 * 60;
/** 1970-01-01 was a Thursday, three days after a Monday. */
const EPOCH = 3 * DAY;

/** `weekday` 1 = Monday; a slot whose `toMinute` is not after its `fromMinute` ends on the next day. */
export interface Weekly {
  weekday: number;
  fromMinute: number;
  toMinute: number;
}

const minutesOf = (at: Date): number => Math.floor(at.getTime() / 60_000) + SHANGHAI;

/** Minutes since Monday 00:00 in Asia/Shanghai. */
const minuteOfWeek = (at: Date): number => (((minutesOf(at) + EPOCH) % WEEK) + WEEK) % WEEK;

const startOf = ({ weekday, fromMinute }: Weekly): number => (weekday - 1) * DAY + fromMinute;
const lengthOf = ({ fromMinute, toMinute }: Weekly): number => (toMinute > fromMinute ? toMinute : toMinute + DAY) - fromMinute;
/** Minutes from one place in the week on to the next time the other comes. */
const onward = (from: number, to: number): number => (((to - from) % WEEK) + WEEK) % WEEK;

/** From the first minute on, up to and without the last. */
export const covers = (slot: Weekly, at: Date): boolean => onward(startOf(slot), minuteOfWeek(at)) < lengthOf(slot);

export const overlap = (a: Weekly, b: Weekly): boolean =>
  onward(startOf(a), startOf(b)) < lengthOf(a) || onward(startOf(b), startOf(a)) < lengthOf(b);

/** The calendar day in Asia/Shanghai as the database's `date` has it: midnight UTC. */
export const shanghaiDay = (at: Date): Date => new Date(Math.floor(minutesOf(at) / DAY) * DAY * 60_000);

/** `2026-11-23 09:32`, the wall clock in Asia/Shanghai. */
export const shanghaiClock = (at: Date): string => new Date(minutesOf(at) * 60_000).toISOString().slice(0, 16).replace('T', ' ');
