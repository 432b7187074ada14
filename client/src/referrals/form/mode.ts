import type { Referral } from '../../../../contract/referrals.ts';
import { serverNow } from '../../lib/clock.ts';

/** A green lane may be rewritten this long after it was sent; then only what is owed may follow. */
const FRESH_MS = 15 * 60_000;

/** The other side has it; one that was sent back is with the sender again. */
export const isSent = ({ submittedAt, status }: Referral): boolean => submittedAt !== null && status !== 'returned';

/** `all`: written while it is typed. `gaps`: sent; what is still owed goes with one press. */
export const modeOf = (referral: Referral): 'all' | 'gaps' | 'nothing' => {
  const { editable, submittedAt, status } = referral;
  if (!editable) return 'nothing';
  if (!isSent(referral)) return 'all';
  const fresh = serverNow() - Date.parse(submittedAt ?? '') < FRESH_MS && ['submitted', 'received'].includes(status);
  return fresh ? 'all' : 'gaps';
};
