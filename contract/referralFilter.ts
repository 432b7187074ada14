import { z } from 'zod';
import { Id } from './kit.ts';
import { Direction, Lane } from './referralSheet.ts';
import { ReferralStatus } from './referralSteps.ts';

/** One filter for board, list and export. `lost`: gone and not known to have come back, or arrived and never accounted for. */
export const ReferralFilter = z.object({
  box: z.enum(['open', 'mine', 'late', 'lost', 'done']).default('open'),
  direction: Direction.optional(),
  lane: Lane.optional(),
  status: ReferralStatus.optional(),
  hospitalId: Id.optional(),
});
/** A referral number, or the exact name of a patient: what is looked for stands in no address. */
export const ReferralSearch = z.string().trim().min(1).max(60);
export type ReferralFilter = z.infer<typeof ReferralFilter> & { search?: z.infer<typeof ReferralSearch> | undefined };
