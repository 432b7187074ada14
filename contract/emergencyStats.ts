import { z } from 'zod';
import { EmergencyRow } from './emergency.ts';
import { MetricState } from './emergencyMetrics.ts';
import { Center, NodeCode } from './emergencyNodes.ts';
import { actions, Id, Instant, Nothing, Paging, pageOf } from './kit.ts';
import { Veiled } from './referralStats.ts';

const WHO = ['admin', 'coordinator'] as const;
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month');

/** Months in Asia/Shanghai by the time of the call; a case stood down counts nowhere. */
export const CenterFilter = z.object({ from: Month, to: Month, center: Center, hospitalId: Id.optional() });
export type CenterFilter = z.infer<typeof CenterFilter>;

const Counts = z.object({ met: Veiled, unmet: Veiled, missing: Veiled, invalid: Veiled, eligible: Veiled });
/** Seconds; null without any, or of too few to be told. */
const Spread = z.object({ median: z.number().nullable(), p90: z.number().nullable() });

/** 达标 is met ÷ (met + unmet), and beside it met ÷ eligible, where what is missing or out of order is not met (K17, K18). */
export const MetricFigure = Counts.extend({
  code: z.string(),
  /** Null: watched, not judged. */
  target: z.number().nullable(),
  ...Spread.shape,
  months: z.array(Counts.extend({ month: Month, ...Spread.shape })),
});
export type MetricFigure = z.infer<typeof MetricFigure>;

export const CenterStats = z.object({
  asOf: Instant,
  rulesVersion: z.string(),
  cases: Veiled,
  /** Of all required nodes of all cases. */
  recorded: z.number().int().nullable(),
  required: z.number().int().nullable(),
  metrics: z.array(MetricFigure),
  /** Node by node, how often it lacks where it is required. */
  gaps: z.array(z.object({ node: NodeCode, n: Veiled })),
});
export type CenterStats = z.infer<typeof CenterStats>;

export const CenterCaseRow = EmergencyRow.omit({ next: true, answered: true, road: true }).extend({
  /** Of the metric asked for. */
  state: MetricState.nullable(),
  seconds: z.number().int().nullable(),
  opens: z.boolean(),
});
export type CenterCaseRow = z.infer<typeof CenterCaseRow>;

const MonthLock = z.object({ hospitalId: Id, month: Month, lockedAt: Instant });

export const emergencyStats = actions({
  figures: { http: 'GET /stats/emergencies', who: WHO, input: CenterFilter, output: CenterStats },
  /** The cases that a figure counts. */
  cases: {
    http: 'GET /stats/emergencies/cases',
    who: WHO,
    input: Paging.extend({
      ...CenterFilter.shape,
      metric: z.string().max(20).optional(),
      state: MetricState.optional(),
      /** Only those that lack this node. */
      gap: NodeCode.optional(),
    }),
    output: pageOf(CenterCaseRow).extend({ total: Veiled }),
  },
  /** 上报: a row for each case, a column for each node and metric; the columns are documented in the workbook. */
  export: {
    stream: 'GET /stats/emergencies/table',
    who: WHO,
    input: CenterFilter.extend({
      format: z.enum(['csv', 'xlsx']),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: z.object({ mime: z.string(), name: z.string(), content: z.custom<AsyncIterable<Uint8Array>>() }),
    patience: 60,
  },
  months: {
    http: 'GET /emergency-months',
    who: WHO,
    input: Nothing,
    output: z.object({ items: z.array(MonthLock) }),
  },
  /** 月度锁定: no time node of the month can change any more. Refused while a case of the month is open. */
  lockMonth: {
    http: 'POST /emergency-months',
    who: ['admin'],
    input: z.object({ hospitalId: Id, month: Month }),
    output: MonthLock,
  },
});
