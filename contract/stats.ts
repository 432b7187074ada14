import { z } from 'zod';
import { ConsultStatus, Urgency } from './consults.ts';
import { HospitalRef } from './directory.ts';
import { actions, Id, Instant, Paging, pageOf } from './kit.ts';
import { PatientSketch } from './records.ts';

/** `YYYY-MM` in Asia/Shanghai. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/**
 * How the first response (K03: joined, or telephone contact) went against the limit stored in the case. `due`: answered,
 * or the limit has passed (not while it is sent back), or it ended unanswered (not withdrawn by the requester in time, or
 * while it was sent back); every due case is either `within` or `late`, and `unanswered` ones are late.
 */
export const ResponseState = z.enum(['due', 'answered', 'unanswered', 'within', 'late']);
/** What the inviter did with the opinion (K06): `stated` is any answer, `adopted` is full or partial. */
export const AdoptionState = z.enum(['full', 'partial', 'none', 'stated', 'adopted']);

/** One filter for the figure, the list behind it and its export: they cannot differ. Months are inclusive. */
export const CaseFilter = z.object({
  from: Month,
  to: Month,
  fromHospitalId: Id.optional(),
  toHospitalId: Id.optional(),
  urgency: Urgency.optional(),
  status: ConsultStatus.optional(),
  response: ResponseState.optional(),
  adoption: AdoptionState.optional(),
});
export type CaseFilter = z.infer<typeof CaseFilter>;

const Count = z.number().int();
/** Seconds; `unanswered` when the rank falls among those nobody answered, which count as longest (domain §0.16). */
const Quantile = z.union([z.number(), z.literal('unanswered')]).nullable();
export const ResponseFigure = z.object({
  urgency: Urgency,
  /** Due ones. */
  n: Count,
  unanswered: Count,
  within: Count,
  late: Count,
  p50: Quantile,
  p90: Quantile,
  /** The limit in force now, working time for `routine`; each case is judged by the one stored in it. */
  limitSeconds: z.number(),
});
export type ResponseFigure = z.infer<typeof ResponseFigure>;

export const ConsultStats = z.object({
  asOf: Instant,
  total: Count,
  /** Every month of the filter by the time of sending, empty ones too. */
  months: z.array(
    z.object({
      month: Month,
      stat: Count,
      urgent: Count,
      routine: Count,
      closed: Count,
      due: Count,
      within: Count,
      unanswered: Count,
    }),
  ),
  statuses: z.array(z.object({ status: ConsultStatus, n: Count })),
  flows: z.array(z.object({ from: HospitalRef, to: HospitalRef, n: Count })),
  responses: z.array(ResponseFigure),
  adoption: z.object({ full: Count, partial: Count, none: Count }),
  /** First response by month over the chosen urgency, or over STAT. */
  trend: z.array(z.object({ month: Month, n: Count, p50: Quantile, p90: Quantile })),
  /** The set of limits in force now; where a version comes from is told by the catalogues. `approver` is null until somebody has. */
  rules: z.object({ version: z.string(), effectiveFrom: z.iso.date(), approver: z.string().nullable() }),
});
export type ConsultStats = z.infer<typeof ConsultStats>;

/** De-identified for everybody: age in whole years at the time of sending, never the birth date. */
export const CaseRow = z.object({
  id: Id,
  consultNo: z.string(),
  status: ConsultStatus,
  urgency: Urgency,
  patient: PatientSketch,
  dxCode: z.string().nullable(),
  from: HospitalRef,
  to: HospitalRef,
  toDepartment: z.string(),
  sentAt: Instant,
  /** Seconds; null while or when nobody answered. */
  responseSeconds: z.number().nullable(),
  answeredByPhone: z.boolean(),
  late: z.boolean(),
  /** Whether the caller has a relation that opens the case; others see this row only. */
  opens: z.boolean(),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const stats = actions({
  consults: { http: 'GET /stats/consults', who: ['admin', 'coordinator'], input: CaseFilter, output: ConsultStats },
  cases: {
    http: 'GET /stats/consults/cases',
    who: ['admin', 'coordinator'],
    input: CaseFilter.extend(Paging.shape),
    output: pageOf(CaseRow).extend({ total: Count }),
  },
});
