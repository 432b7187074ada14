import type { Keys } from '../server/db/keys.ts';

const key = (byte: number): Buffer => Buffer.alloc(32, byte);

/** The demo network of every test is encrypted with these. */
export const TEST_KEYS: Keys = {
  field: key(1),
  index: key(2),
  audit: key(3),
  jwt: 'a secret for tests only, of enough characters',
};
