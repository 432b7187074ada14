import { Secret, TOTP } from 'otpauth';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Tx } from '../db/client.ts';

const PERIOD_S = 30;

/** RFC 6238 with the parameters every authenticator app knows. */
export const totp = (account: string, secret: string): TOTP =>
  new TOTP({
    issuer: '山海联诊',
    label: account,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  });

export const newSecret = (): string => new Secret({ size: 20 }).base32;

interface Holder {
  id: string;
  account: string;
  otpSecretCipher: Uint8Array | null;
}

/**
 * Takes a code of this half minute or of the one before or after (RFC 6238 §5.2); refuses `otp.wrong`.
 * A code works once: its time step is stored, and none at or before it is taken again.
 */
export const spendCode = async (db: Tx, cipher: Cipher, { holder, code, now }: { holder: Holder; code: string; now: Date }) => {
  const wrong = () => refuse('unauthenticated', 'otp.wrong', 'The one-time code is not right; use the newest one');
  if (!holder.otpSecretCipher) return wrong();
  const timestamp = now.getTime();
  const delta = totp(holder.account, cipher.open(holder.otpSecretCipher)).validate({ token: code, timestamp, window: 1 });
  if (delta === null) return wrong();
  const step = Math.floor(timestamp / 1000 / PERIOD_S) + delta;
  const { count } = await db.person.updateMany({
    where: { id: holder.id, OR: [{ otpUsedStep: null }, { otpUsedStep: { lt: step } }] },
    data: { otpUsedStep: step },
  });
  if (count === 0) wrong();
};
