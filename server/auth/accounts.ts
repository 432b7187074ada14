import type { auth } from '../../contract/auth.ts';
import type { Handlers } from '../edge/ctx.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo.ts';

/** The password is told only where there are synthetic accounts that it opens. */
export const demo: Handlers<typeof auth>['demo'] = async ({ db }) => {
  const people = await db.person.findMany({
    where: { demo: true, active: true, account: { in: [...DEMO_ACCOUNTS] } },
    select: { account: true, name: true, memberships: { select: { roles: true, hospital: { select: { name: true } } } } },
  });
  people.sort((a, b) => DEMO_ACCOUNTS.indexOf(a.account) - DEMO_ACCOUNTS.indexOf(b.account));
  const accounts = people.flatMap(({ account, name, memberships: [first] }) => {
    const role = first?.roles[0];
    return first && role ? [{ account, name, role, hospital: first.hospital.name }] : [];
  });
  return { password: accounts.length > 0 ? DEMO_PASSWORD : null, accounts };
};
