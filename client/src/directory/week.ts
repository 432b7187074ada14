import type { z } from 'zod';
import type { DutySlot } from '../../../contract/directory.ts';

export type Slot = z.infer<typeof DutySlot>;
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

export const DAY = 1440;

/** `08:00`; 1440 is `24:00`. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** `08:00–08:00` and the like; a duty that ends where it begins lasts a day, one that ends at midnight until `24:00`. */
export const hours = ({ fromMinute, toMinute }: Pick<Slot, 'fromMinute' | 'toMinute'>): string =>
  `${clockOf(fromMinute)}–${clockOf(toMinute || DAY)}`;

export const minuteOf = (clock: string): number => {
  const [h = 0, m = 0] = clock.split(':').map(Number);
  return h * 60 + m;
};

export interface Span {
  from: number;
  to: number;
}

const runsOver = ({ fromMinute, toMinute }: Slot): boolean => toMinute <= fromMinute;
const dayBefore = (weekday: number): number => ((weekday + 5) % 7) + 1;

/** The part of one day that a slot covers: its own evening, or the morning after the day before. */
const onDay = (slot: Slot, weekday: number): Span[] => {
  if (slot.weekday === weekday) return [{ from: slot.fromMinute, to: runsOver(slot) ? DAY : slot.toMinute }];
  if (slot.weekday === dayBefore(weekday) && runsOver(slot)) return [{ from: 0, to: slot.toMinute }];
  return [];
};

/** The hours of a day without a first line: nobody would be rung first. */
export const gaps = (slots: readonly Slot[], weekday: number): Span[] => {
  const covered = slots
    .filter(({ line }) => line === 1)
    .flatMap((slot) => onDay(slot, weekday))
    .sort((a, b) => a.from - b.from);
  const open: Span[] = [];
  let until = 0;
  for (const { from, to } of covered) {
    if (from > until) open.push({ from: until, to: from });
    until = Math.max(until, to);
  }
  return until < DAY ? [...open, { from: until, to: DAY }] : open;
};

/** 1 = Monday, in Beijing. */
export const weekdayOf = (now: number): Weekday => {
  const day = new Date(now + 8 * 3_600_000).getUTCDay();
  return (day === 0 ? 7 : day) as Weekday;
};
