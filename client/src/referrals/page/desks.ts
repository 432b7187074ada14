import { ENDED } from '../../../../contract/referralSteps.ts';
import type { Referral } from '../../../../contract/referrals.ts';
import type { Desk } from '../../tasks/words.ts';
import { useSides } from './side.ts';

/** Doctors and desk of a side; a hospital off the platform owes nothing here. */
const desksOf = ({ hospital, department }: Referral['from']): Desk[] => {
  if (!hospital) return [];
  const role = hospital.kind === 'county' ? ('doctor' as const) : ('specialist' as const);
  return [...(department ? [{ hospital, department, role }] : []), { hospital, department: null, role: 'coordinator' }];
};

/** Who can be asked for something about it, the other side first; nobody before it is sent, after its end, or through a broken glass. */
export const useDesks = (referral: Referral): Desk[] => {
  const { sender, receiver } = useSides(referral);
  const { from, to, submittedAt, status } = referral;
  if (!(sender || receiver) || submittedAt === null || ENDED.includes(status)) return [];
  return sender ? [...desksOf(to), ...desksOf(from)] : [...desksOf(from), ...desksOf(to)];
};
