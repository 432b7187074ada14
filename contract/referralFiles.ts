import { z } from 'zod';
import { actions, ById, Id } from './kit.ts';
import { ReferralFilter, ReferralSearch } from './referralFilter.ts';

const ALL = ['doctor', 'specialist', 'coordinator'] as const;

/** Pages of one print. */
export const SHEETS_MOST = 50;

const Written = z.object({ mime: z.string(), name: z.string(), content: z.custom<AsyncIterable<Uint8Array>>() });

/** What leaves the house of a referral as a file, over the streams door. */
export const referralFiles = actions({
  /** 双向转诊单, PDF, one A4 page. */
  sheet: { stream: 'GET /referrals/:id/sheet', who: ALL, input: ById, output: Written },
  /** One page for each; ids with commas between them. */
  sheets: {
    stream: 'GET /referral-sheets',
    who: ALL,
    input: z.object({
      ids: z
        .string()
        .transform((text) => [...new Set(text.split(','))])
        .pipe(z.array(Id).min(1).max(SHEETS_MOST)),
    }),
    output: Written,
    patience: 60,
  },
  /** All of what `referrals.list` or `find` shows under the same filter; a search travels in the header `x-input`. */
  table: {
    stream: 'GET /referral-table',
    who: ALL,
    input: ReferralFilter.extend({
      search: ReferralSearch.optional(),
      format: z.enum(['csv', 'xlsx']),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: Written,
    patience: 60,
  },
});
