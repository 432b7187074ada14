import { z } from 'zod';
import { Center, Flag, NodeCode } from './emergencyNodes.ts';
import { EmergencyOutcome } from './emergencySteps.ts';

/** All of these, and none of those. */
const When = z.object({ all: z.array(Flag).default([]), none: z.array(Flag).default([]) });
export type When = z.infer<typeof When>;

const NodeRule = z.object({
  code: NodeCode,
  /** When its absence is a gap; absent: recorded where it happens, never missing. */
  required: When.optional(),
});

const Shared = { code: z.string().min(1).max(20), eligible: When.default({ all: [], none: [] }), source: z.string().min(1) };
const Seconds = z.number().int().min(0);
/** From one node to the latest of others, compared in whole seconds. */
const IntervalRule = z.object({
  ...Shared,
  kind: z.literal('interval'),
  from: NodeCode,
  to: z.array(NodeCode).min(1),
  /** Null: watched, not judged. */
  target: Seconds.nullable(),
  /** Sooner than this is outside the window as well. */
  least: Seconds.optional(),
  /** Better than the target. */
  aims: z.array(Seconds).default([]),
  /** The second event may come before the first: a team that waits at the door. */
  mayPrecede: z.boolean().default(false),
});
/** A value that was measured at a node. */
const ValueRule = z.object({ ...Shared, kind: z.literal('value'), node: NodeCode, least: z.number(), most: z.number() });
/** Of those eligible, in how many something was done at all (K20). */
const ShareRule = z.object({
  ...Shared,
  kind: z.literal('share'),
  /** One of these has its time. */
  any: z.array(NodeCode).min(1),
  /** And had it before this. */
  before: NodeCode.optional(),
  /** Only cases between whose two events no more seconds passed; while one of them is unknown the case is missing. */
  within: z.object({ from: NodeCode, to: NodeCode, most: Seconds }).optional(),
});
/** 抢救成功 (K21): it ended otherwise than so. */
const OutcomeRule = z.object({ ...Shared, kind: z.literal('outcome'), not: z.array(EmergencyOutcome).min(1) });
export const MetricRule = z.discriminatedUnion('kind', [IntervalRule, ValueRule, ShareRule, OutcomeRule]);
export type MetricRule = z.infer<typeof MetricRule>;
export type ShareRule = z.infer<typeof ShareRule>;
export type IntervalRule = z.infer<typeof IntervalRule>;

/** What a named doctor goes through before lysis (domain §0.8); `clears` and `defers` are what the verdict says of the case. */
const Checklist = z.object({
  kind: z.enum(['stemiLysis', 'strokeLysis']),
  items: z.array(z.string().min(1).max(30)).min(1),
  clears: Flag,
  defers: Flag,
  source: z.string().min(1),
});
export type Checklist = z.infer<typeof Checklist>;

const CenterRules = z.object({
  flags: z.array(Flag),
  nodes: z.array(NodeRule),
  metrics: z.array(MetricRule),
  checklists: z.array(Checklist).default([]),
});
export type CenterRules = z.infer<typeof CenterRules>;
/** The versioned set `emergencyRules`. */
export const EmergencyRules = z.record(Center, CenterRules);
export type EmergencyRules = z.infer<typeof EmergencyRules>;

export const fits = ({ all, none }: When, flags: ReadonlySet<Flag>): boolean =>
  all.every((flag) => flags.has(flag)) && !none.some((flag) => flags.has(flag));
