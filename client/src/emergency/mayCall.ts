import type { Me } from '../../../contract/auth.ts';

type Membership = Me['memberships'][number];

/** The county hospitals whose teams a person may call: a doctor's and a desk's own. */
export const callableBy = ({ memberships }: Me): Membership['hospital'][] => {
  const own = memberships.filter(
    ({ hospital, roles }) => hospital.kind === 'county' && (roles.includes('doctor') || roles.includes('coordinator')),
  );
  return [...new Map(own.map(({ hospital }) => [hospital.id, hospital])).values()];
};
