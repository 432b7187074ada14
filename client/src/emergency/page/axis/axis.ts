import type { MetricValue } from '../../../../../contract/emergencyMetrics.ts';
import type { NodeCode } from '../../../../../contract/emergencyNodes.ts';
import type { IntervalRule } from '../../../../../contract/emergencyRules.ts';
import { isTold } from '../nodes.ts';
import type { Rescue } from '../rescue.ts';
import { intervals, owed, type Target } from '../targets.ts';

/** All positions are shares of the width, 0–1. */
export interface Mark {
  nodes: NodeCode[];
  at: Date;
  x: number;
  /** Earlier than the axis begins: it stands at its left end, behind a break. */
  early: boolean;
}
export interface Bar {
  rule: IntervalRule;
  /** Null while it is not decided whether it counts. */
  value: MetricValue | null;
  from: number;
  to: number;
  /** Where the target runs out; null where there is none, or far to the right. */
  limit: number | null;
  /** Null once the event is there, or the rescue is over. */
  target: Target | null;
}
export interface Axis {
  marks: Mark[];
  bars: Bar[];
  ticks: { at: Date; x: number }[];
  now: number | null;
}

const MINUTE = 60_000;
const SHORTEST = 30 * MINUTE;
/** A target that lies farther off would press all that is near into a corner. */
const FAR = 3 * 60 * MINUTE;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440].map((minutes) => minutes * MINUTE);
const MOST_TICKS = 9;
/** Nearer than this two events share one mark. */
const TOGETHER = 0.006;
/** What lies before the axis has this much room at its left end. */
const EARLY = 0.02;

interface Range {
  start: number;
  end: number;
}

const rangeOf = (rescue: Rescue, now: number): Range => {
  const times = [...rescue.shown].filter(([node]) => !isTold(node)).map(([, { at }]) => at.getTime());
  const start = Math.min(rescue.startedAt.getTime(), ...times);
  const last = rescue.status === 'active' ? now : start;
  const due = rescue.status === 'active' ? owed(rescue).map(({ dueAt }) => dueAt.getTime()) : [];
  const near = due.filter((at) => at < Math.max(last, start) + FAR);
  const end = Math.max(start + SHORTEST, last, ...times, ...near);
  return { start, end: end + (end - start) * 0.04 };
};

const ticksOf = ({ start, end }: Range): number[] => {
  const step = STEPS.find((each) => (end - start) / each <= MOST_TICKS) ?? STEPS.at(-1)!;
  const first = Math.ceil(start / step) * step;
  return Array.from({ length: Math.floor((end - first) / step) + 1 }, (_, at) => first + at * step);
};

const marksOf = ({ shown }: Rescue, { start }: Range, place: (at: number) => number): Mark[] => {
  const marks: Mark[] = [];
  for (const [node, { at }] of [...shown].toSorted(([, one], [, other]) => one.at.getTime() - other.at.getTime())) {
    const early = at.getTime() < start;
    const x = early ? 0 : place(at.getTime());
    const last = marks.at(-1);
    if (last && !early && !last.early && x - last.x < TOGETHER) last.nodes.push(node);
    else marks.push({ nodes: [node], at, x, early });
  }
  return marks;
};

/** Null until its first event is there. */
const barOf = (
  rescue: Rescue,
  rule: IntervalRule,
  { now, place }: { now: number; place: (at: number) => number },
): Bar | null => {
  const from = rescue.shown.get(rule.from)?.at.getTime();
  const metric = rescue.metrics.find(({ code }) => code === rule.code);
  const value = metric && metric.state !== 'notEligible' ? metric : null;
  const target = (rescue.status === 'active' && owed(rescue).find(({ code }) => code === rule.code)) || null;
  const seconds = value?.seconds ?? null;
  if (from === undefined || (seconds === null && !target)) return null;
  const to = seconds === null ? now : from + seconds * 1000;
  const limit = rule.target === null ? null : place(from + rule.target * 1000);
  return {
    rule,
    value,
    from: place(Math.min(from, to)),
    to: place(Math.max(from, to)),
    limit: limit !== null && limit <= 1 ? limit : null,
    target,
  };
};

/** The case on one line, and each target below it. */
export const axisOf = (rescue: Rescue, now: number): Axis => {
  const range = rangeOf(rescue, now);
  const hasEarly = [...rescue.shown.values()].some(({ at }) => at.getTime() < range.start);
  const left = hasEarly ? 0.1 : EARLY;
  const place = (at: number): number =>
    Math.max(at < range.start ? 0 : left, left + ((at - range.start) / (range.end - range.start)) * (1 - left));
  return {
    marks: marksOf(rescue, range, place),
    bars: intervals(rescue).flatMap((rule) => barOf(rescue, rule, { now, place }) ?? []),
    ticks: ticksOf(range).map((at) => ({ at: new Date(at), x: place(at) })),
    now: rescue.status === 'active' ? place(now) : null,
  };
};

/** Labels that would run into one another stand in lanes above one another; `widths` are shares of the width too. */
export const lanesOf = (places: readonly { x: number; width: number }[]): number[] => {
  const ends: number[] = [];
  return places.map(({ x, width }) => {
    const [from, to] = [x - width / 2, x + width / 2];
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
};
