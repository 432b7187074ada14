import type { Role } from '../../contract/kit.ts';
import { DEMO_ACCOUNTS } from '../../server/auth/demo.ts';
import { PEOPLE } from './people.ts';

export interface DemoAccount {
  account: string;
  name: string;
  role: Role;
  hospital: string;
}

export const demoAccounts = (): DemoAccount[] =>
  DEMO_ACCOUNTS.map((account) => {
    const { name, role, hospital } = PEOPLE.find((person) => person.account === account)!;
    return { account, name, role, hospital: hospital.name };
  });
