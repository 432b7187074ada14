import { z } from 'zod';
import type { Direction } from './referralSheet.ts';

/**
 * K07 上转率, K08 下转率 and K08R 下转/上转比, K09 接收率, K10 响应时间, K11 到诊率 and K11N 未到诊率, K12 小结回传率,
 * K13 本地继续治疗, K14 县域内就诊率, K15 流向, K16 病种构成 of 上转 and K16L of what stayed.
 */
export const MetricId = z.enum([
  ...(['K07', 'K08', 'K08R', 'K09', 'K10', 'K11', 'K11N'] as const),
  ...(['K12', 'K13', 'K14', 'K15', 'K16', 'K16L'] as const),
]);
export type MetricId = z.infer<typeof MetricId>;
/** Those whose cases are our own. */
export const CountedMetric = MetricId.exclude(['K14']);
export type CountedMetric = z.infer<typeof CountedMetric>;

/** `beside`: what the figure does not judge and the page shows next to it, so that nobody takes it for good or for bad. */
export const MetricPart = z.enum(['numerator', 'denominator', 'beside']);
export type MetricPart = z.infer<typeof MetricPart>;

/** What one case of a figure is. */
export const MetricSubject = z.enum(['referral', 'offer', 'consult']);
export type MetricSubject = z.infer<typeof MetricSubject>;

export interface MetricDefinition {
  unit: 'percent' | 'permille' | 'ratio' | 'seconds' | 'cases';
  /** Null where it is counted elsewhere and imported. */
  subject: MetricSubject | null;
  /** Only of this direction, whatever is chosen beside it. */
  direction?: Direction;
  /** Whose time says which month a case belongs to. */
  time: string;
  /** Where the denominator comes from. */
  source: 'platform' | 'activity' | 'insurance';
}

/** Of the definitions below, their SQL and the words of `stats:metric`; figures of two versions are not compared. */
export const METRICS_VERSION = '2026-11-24';

const up = 'up';
const platform = 'platform';
/** Name, formula and denominator in words are in the catalogues, the predicates in server/stats/referrals/measures.ts. */
export const METRICS: Record<MetricId, MetricDefinition> = {
  K07: { unit: 'permille', subject: 'referral', direction: up, time: 'referral.submitted_at', source: 'activity' },
  K08: { unit: 'percent', subject: 'referral', direction: 'down', time: 'referral.submitted_at', source: 'activity' },
  K08R: { unit: 'ratio', subject: 'referral', time: 'referral.submitted_at', source: platform },
  K09: { unit: 'percent', subject: 'offer', time: 'referral_offer.offered_at', source: platform },
  K10: { unit: 'seconds', subject: 'offer', time: 'referral_offer.offered_at', source: platform },
  K11: { unit: 'percent', subject: 'referral', time: 'referral.accepted_at', source: platform },
  K11N: { unit: 'percent', subject: 'referral', time: 'referral.accepted_at', source: platform },
  K12: { unit: 'percent', subject: 'referral', direction: up, time: 'referral.discharged_at', source: platform },
  K13: { unit: 'percent', subject: 'consult', time: 'consult.ended_at', source: platform },
  K14: { unit: 'percent', subject: null, time: 'external', source: 'insurance' },
  K15: { unit: 'cases', subject: 'referral', time: 'referral.submitted_at', source: platform },
  K16: { unit: 'cases', subject: 'referral', direction: up, time: 'referral.submitted_at', source: platform },
  K16L: { unit: 'cases', subject: 'consult', time: 'consult.ended_at', source: platform },
};

/** Days within which a summary counts as returned (K12), and a later 上转 against 本地继续治疗 (K13). */
export const WINDOW_DAYS = 7;
