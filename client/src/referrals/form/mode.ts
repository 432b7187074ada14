import type { Referral } from '../../../../contract/referrals.ts';
import { serverNow } from '../../lib/clock.ts';

/** A green lane may be rewritten this long after it was sent; then only what is owed may follow. */
const FRESH_MS = 15 * 60_000;

/** `all`: written while it is typed. `gaps`: sent; what is still owed goes with one press. */
export const modeOf = ({ editable, submittedAt, status }: Referral): 'all' | 'gaps' | 'nothing' => {
  if (!editable) return 'nothing';
  if (!submittedAt || status === 'returned') return 'all';
  const fresh = serverNow() - Date.parse(submittedAt) < FRESH_MS && ['submitted', 'received'].includes(status);
  return fresh ? 'all' : 'gaps';
};
