import type { Me } from '../../../contract/auth.ts';
import type { Consult } from '../../../contract/consults.ts';
import { useMe } from '../lib/session.ts';

interface Sides {
  /** The doctor who asked, or another doctor of that department: a shift change moves the work. */
  requester: boolean;
  consultant: boolean;
}

const sidesOf = (consult: Consult, me: Me): Sides => ({
  requester: me.memberships.some(
    ({ hospital, department, roles }) =>
      hospital.id === consult.from.hospital.id && department?.id === consult.from.department.id && roles.includes('doctor'),
  ),
  consultant: consult.consultant?.id === me.id,
});

/** Where the reader stands in this case; what they may do with its state is `consult.can`. */
export const useSides = (consult: Consult): Sides => sidesOf(consult, useMe());
