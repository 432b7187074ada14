import type { Role } from '../../contract/kit.ts';
import { PEOPLE } from './people.ts';

/** Shown at start and on the sign-in page; the first of each role is the one to begin with. */
const SHOWN = [
  'leibo.doctor',
  'xiangshan.specialist',
  'xiangshan.specialist2',
  'xiangshan.center',
  'leibo.center',
  'leibo.admin',
  'zhou.admin',
  'leibo.auditor',
  'jinchuan.doctor',
  'huzhou.specialist',
  'pingchang.doctor',
  'jinjiang.specialist',
  'jinjiang.center',
];

export interface DemoAccount {
  account: string;
  name: string;
  role: Role;
  hospital: string;
}

export const demoAccounts = (): DemoAccount[] =>
  SHOWN.map((account) => {
    const { name, role, hospital } = PEOPLE.find((person) => person.account === account)!;
    return { account, name, role, hospital: hospital.name };
  });
