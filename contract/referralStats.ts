import { z } from 'zod';
import { Outcome, Urgency } from './consults.ts';
import { HospitalRef, PersonRef } from './directory.ts';
import { DxCategory, DxChapter } from './dxChapters.ts';
import { actions, Id, Instant, Paging } from './kit.ts';
import { PatientSketch } from './records.ts';
import { CountedMetric, MetricId, MetricPart, MetricSubject } from './referralMetrics.ts';
import { Direction, Lane, RejectReason } from './referralSheet.ts';
import { OfferStatus, ReferralStatus } from './referralSteps.ts';
import { Month } from './stats.ts';

const Count = z.number().int();
/** Outside one's own organisation a count below this is not told (domain §7). */
export const VEIL_BELOW = 5;
/** `few`: between none and `VEIL_BELOW`; `hidden`: a larger one from which a few beside it could be worked out. */
export const Veiled = z.union([Count, z.enum(['few', 'hidden'])]);
export type Veiled = z.infer<typeof Veiled>;

/** A hospital, or whatever is none of ours: off the platform, or not known. */
export const FlowEnd = z.union([Id, z.enum(['outside', 'unknown'])]);
export type FlowEnd = z.infer<typeof FlowEnd>;

/** Months are inclusive, each part of a metric by the time of its own event. Consults have neither direction nor lane. */
export const ReferralFigureFilter = z.object({
  from: Month,
  to: Month,
  fromHospitalId: Id.optional(),
  toEnd: FlowEnd.optional(),
  direction: Direction.optional(),
  lane: Lane.optional(),
  chapter: DxChapter.optional(),
});
export type ReferralFigureFilter = z.infer<typeof ReferralFigureFilter>;

/** The same filter narrowed to what one figure counts: the list behind it, and its export. */
export const ReferralCaseFilter = ReferralFigureFilter.extend({
  metric: CountedMetric.default('K15'),
  part: MetricPart.default('denominator'),
  status: ReferralStatus.optional(),
  /** Of offers. */
  answer: OfferStatus.optional(),
  category: DxCategory.optional(),
});
export type ReferralCaseFilter = z.infer<typeof ReferralCaseFilter>;

export const MetricFigure = z.object({
  metric: MetricId,
  numerator: Veiled.nullable(),
  /** Cases, or for K07 and K08 visits; null: no data. */
  denominator: Veiled.nullable(),
  beside: Veiled.nullable(),
});
export type MetricFigure = z.infer<typeof MetricFigure>;

/** Seconds; `unanswered` when the rank falls among the offers that ran out of time, which count as longest. */
const Quantile = z.union([z.number(), z.literal('unanswered')]).nullable();
/** How offers were answered, K09 and K10; null where there are too few to tell. */
const Answers = z.object({
  n: Veiled,
  accepted: Veiled,
  rejected: Veiled,
  expired: Veiled,
  /** Of those answered. */
  meanSeconds: z.number().nullable(),
  p90Seconds: Quantile,
});

export const ReferralStats = z.object({
  asOf: Instant,
  version: z.string(),
  figures: z.array(MetricFigure),
  /** Every month of the filter by the time of sending, empty ones too. */
  months: z.array(z.object({ month: Month, up: Veiled, down: Veiled, lateral: Veiled })),
  statuses: z.array(z.object({ status: ReferralStatus, n: Veiled })),
  chapters: z.array(z.object({ chapter: DxChapter, n: Veiled })),
  flows: z.object({
    cells: z.array(z.object({ from: Id, to: FlowEnd, n: Veiled })),
    froms: z.array(z.object({ from: Id, n: Veiled })),
    tos: z.array(z.object({ to: FlowEnd, n: Veiled })),
  }),
  answers: Answers,
  pairs: z.array(Answers.extend({ from: Id, to: FlowEnd })),
  /** The commonest categories of 上转 beside those of consults that went on locally; null: unknown. */
  mix: z.array(z.object({ category: DxCategory.nullable(), up: Veiled, local: Veiled })),
  /** Whom the ids above name. */
  hospitals: z.array(HospitalRef),
});
export type ReferralStats = z.infer<typeof ReferralStats>;

/** De-identified for everybody, as in the statistics of consults. */
export const ReferralCaseRow = z.object({
  id: Id,
  subject: MetricSubject,
  /** The referral or the consult to open. */
  caseId: Id,
  no: z.string(),
  direction: Direction.nullable(),
  lane: Lane.nullable(),
  urgency: Urgency,
  /** Of the referral, of the offer, or how the consult ended. */
  state: z.union([ReferralStatus, OfferStatus, Outcome]),
  patient: PatientSketch,
  dxCode: z.string().nullable(),
  from: HospitalRef,
  to: HospitalRef.nullable(),
  outside: z.string().nullable(),
  toDepartment: z.string().nullable(),
  /** The event that puts it into its month. */
  at: Instant,
  /** From the offer to its answer. */
  seconds: z.number().nullable(),
  reason: RejectReason.nullable(),
  opens: z.boolean(),
});
export type ReferralCaseRow = z.infer<typeof ReferralCaseRow>;

/** What a hospital did beside referring, which its own system knows; K07 and K08 divide by it. */
export const Activity = z.object({
  hospital: HospitalRef,
  month: Month,
  outpatient: Count.nullable(),
  discharges: Count.nullable(),
  enteredBy: PersonRef.nullable(),
  enteredAt: Instant.nullable(),
});
export type Activity = z.infer<typeof Activity>;

export const ExportFormat = z.enum(['csv', 'xlsx']);
export type ExportFormat = z.infer<typeof ExportFormat>;

const DESKS = ['admin', 'coordinator'] as const;
const Visits = z.number().int().min(0).max(10_000_000);

export const referralStats = actions({
  figures: {
    http: 'GET /stats/referrals',
    who: DESKS,
    input: ReferralFigureFilter,
    output: ReferralStats,
    patience: 60,
  },
  cases: {
    http: 'GET /stats/referrals/cases',
    who: DESKS,
    /** An export reads by the thousand. */
    input: ReferralCaseFilter.extend({ after: Paging.shape.after, limit: z.coerce.number().int().min(1).max(1000).default(30) }),
    output: z.object({
      items: z.array(ReferralCaseRow),
      next: z.string().nullable(),
      /** Told with the first page. */
      total: Veiled.nullable(),
    }),
    patience: 60,
  },
  /** The list as a file, written while it is read. */
  export: {
    stream: 'GET /stats/referrals/export',
    who: DESKS,
    input: ReferralCaseFilter.extend({ format: ExportFormat, language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    output: z.object({ mime: z.string(), name: z.string(), content: z.custom<AsyncIterable<Uint8Array>>() }),
    patience: 60,
  },
  /** The caller's own hospitals, month by month. */
  activity: {
    http: 'GET /stats/activity',
    who: DESKS,
    input: z.object({ from: Month, to: Month }),
    output: z.object({ items: z.array(Activity) }),
  },
  putActivity: {
    http: 'POST /stats/activity',
    who: DESKS,
    input: z.object({ hospitalId: Id, month: Month, outpatient: Visits, discharges: Visits }),
    output: Activity,
  },
});
