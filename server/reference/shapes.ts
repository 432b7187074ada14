import { z } from 'zod';
import { EmergencyRules } from '../../contract/emergencyRules.ts';
import { VitalRanges } from '../../contract/referralSheet.ts';

const Seconds = z.number().int().positive();
export const LimitName = z.enum(['firstResponse', 'join', 'verbalOpinion', 'writtenOpinion', 'acknowledge', 'expire']);
export type LimitName = z.infer<typeof LimitName>;

/** How long each part of a consult may take, in seconds; those named in `working` count working time only. */
const Limits = z.object({
  firstResponse: Seconds,
  join: Seconds,
  /** Null where no verbal advice is owed before the written opinion. */
  verbalOpinion: Seconds.nullable(),
  writtenOpinion: Seconds,
  acknowledge: Seconds,
  expire: Seconds,
  working: z.array(LimitName),
});

/** Who rings how long after sending, in seconds, and how often a ring is sent again. */
const RingOrder = z.object({
  steps: z.array(z.object({ step: z.enum(['firstLine', 'secondLine', 'desk']), after: z.number().int().min(0) })).min(1),
  resendEvery: Seconds,
  /** After the last step: how often to look whether somebody has become free or come on duty. */
  lookAgainEvery: Seconds,
  skipBusy: z.boolean(),
  /** `after` counts working time only. */
  working: z.boolean(),
});
export type RingOrder = z.infer<typeof RingOrder>;
export type RingStep = RingOrder['steps'][number]['step'];

const byUrgency = <T extends z.ZodType>(each: T) => z.object({ stat: each, urgent: each, routine: each });

/** How long each part of a referral may take, in seconds; null where the track knows no such clock. */
const ReferralLimits = z.object({
  review: Seconds,
  correct: Seconds,
  accept: Seconds,
  offerNext: Seconds.nullable(),
  reroute: Seconds,
  arrange: Seconds,
  /** After the ETA. */
  overdueArrival: Seconds,
  holdAfterEta: Seconds,
  admit: Seconds,
  /** After which a stay without a recorded discharge is asked about. */
  stay: Seconds,
  summary: Seconds,
  confirm: Seconds,
  localArrival: Seconds,
  followUp: Seconds,
  close: Seconds,
  settle: Seconds,
  edit: Seconds.nullable(),
  backfill: Seconds.nullable(),
  info: Seconds,
  announceClose: Seconds,
  autoClose: Seconds,
  /** How long the receiving side may still open what has ended. */
  sight: Seconds,
  /** While nobody has answered, beside the takeover. */
  reminders: z.array(Seconds),
});
export type ReferralLimits = z.infer<typeof ReferralLimits>;
export const ReferralTrack = z.enum(['green', 'elective', 'down']);
export type ReferralTrack = z.infer<typeof ReferralTrack>;
/** What an agreement may say of its own pair. */
export const ReferralOverrides = z.partialRecord(ReferralTrack, ReferralLimits.partial());

/** Minutes of the local day; a fixed offset, since China keeps no summer time. */
const WorkingHours = z.object({
  utcOffsetMinutes: z.number().int(),
  /** 1 = Monday. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1),
  spans: z
    .array(z.object({ fromMinute: z.number().int().min(0), toMinute: z.number().int().max(1440) }))
    .min(1)
    .refine((spans) =>
      spans.every((span, at) => span.toMinute > span.fromMinute && span.fromMinute >= (spans[at - 1]?.toMinute ?? 0)),
    ),
});
export type WorkingHours = z.infer<typeof WorkingHours>;

const Codes = z.array(z.object({ code: z.string().min(1), zh: z.string().min(1), en: z.string().min(1) })).min(1);

/** How long a task may lie unread, in seconds, and never longer than this share of the time there is for it. */
const TaskLimits = z.object({ unread: Seconds, unreadShare: z.number().gt(0).max(1) });

/** Every set the house reads, by name, and what its data must look like. */
export const shapes = {
  consultLimits: byUrgency(Limits),
  ringOrder: byUrgency(RingOrder),
  taskLimits: TaskLimits,
  workingHours: WorkingHours,
  referralLimits: z.record(ReferralTrack, ReferralLimits),
  vitalRanges: VitalRanges,
  emergencyRules: EmergencyRules,
  icd10: Codes,
  specialties: Codes,
};
export type SetName = keyof typeof shapes;
export type DataOf<N extends SetName> = z.output<(typeof shapes)[N]>;

/** One file of `sets/`: a set that changes gets a new version, for rows refer to the old one. */
export const SetFile = z.object({
  name: z.enum(Object.keys(shapes) as [SetName, ...SetName[]]),
  version: z.string().min(1).max(40),
  source: z.string().min(1),
  effectiveFrom: z.iso.date(),
  approver: z.string().min(1).nullable(),
  data: z.json(),
});
