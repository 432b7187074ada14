import type { Referral } from '../../../../contract/referrals.ts';
import type { PersonVerb } from '../page/plans.ts';

/** What every form of a verb is given. */
export interface FormProps {
  referral: Referral;
  name: PersonVerb;
  onClose: () => void;
}
