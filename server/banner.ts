import { demoAccounts } from '../prisma/seed/index.ts';
import { DEMO_PASSWORD } from './auth/demo.ts';
import type { Database } from './db/client.ts';

/** One account of each role, the first of those worth showing. */
const oneOfEachRole = () => [...Map.groupBy(demoAccounts(), ({ role }) => role).values()].map(([first]) => first!);

/** What a person at the terminal needs next: the address, and the accounts where there are synthetic ones. */
export const banner = async (address: string, { prisma }: Database): Promise<string> => {
  const lines = ['', `山海联诊已启动 / Shanhai is running: ${address}`];
  if ((await prisma.person.count({ where: { demo: true } })) > 0) {
    lines.push(`演示账号 / demo accounts (密码 / password: ${DEMO_PASSWORD})`);
    lines.push(
      ...oneOfEachRole().map(
        ({ account, name, role, hospital }) => `  ${account.padEnd(24)}${role.padEnd(14)}${name}  ${hospital}`,
      ),
    );
  } else if ((await prisma.person.count()) === 0) {
    lines.push('还没有账号 / there are no accounts yet; create the first administrator: npm run admin:create');
  }
  return `${lines.join('\n')}\n\n`;
};
