import type { Cipher } from '../../server/db/cipher.ts';
import type { PrismaClient } from '../../server/db/generated/client.ts';
import { seedNetwork } from './network.ts';

export { type DemoAccount, demoAccounts } from './accounts.ts';

/** The whole demo, on an empty database: the programme's hospitals and people. */
export const seedDemo = async (db: PrismaClient, cipher: Cipher, now: Date): Promise<void> => {
  await seedNetwork(db, cipher, now);
};
