import type { Cipher } from '../../server/db/cipher.ts';
import type { Tx } from '../../server/db/client.ts';
import { seedEmergencies } from './emergencies.ts';
import { seedHistory } from './history.ts';
import { seedInstruments } from './instruments.ts';
import { seedNetwork } from './network.ts';
import { seedReferrals } from './referrals.ts';
import { seedToday } from './today.ts';

export { type DemoAccount, demoAccounts } from './accounts.ts';

/** The whole demo, on an empty database that has its reference sets: hospitals, people and instruments, two years of consults, today's cases, referrals, a year of the centers. */
export const seedDemo = async (db: Tx, cipher: Cipher, now: Date): Promise<void> => {
  await seedNetwork(db, cipher, now);
  await seedInstruments(db, now);
  const taken = new Set<string>();
  await seedHistory(db, cipher, { now, taken });
  await seedToday(db, cipher, { now, taken });
  await seedReferrals(db, cipher, { now, taken });
  await seedEmergencies(db, cipher, { now, taken });
};
