import { createHash } from 'node:crypto';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Tx } from '../db/client.ts';

/** A write under the caller's own key: the same key answers the same thing, however often it is sent. */
export interface Attempt {
  personId: string;
  key: string;
  action: string;
  inputHash: string;
}

export const hashInput = (input: unknown, body: Uint8Array = Buffer.alloc(0)): string =>
  createHash('sha256').update(JSON.stringify(input)).update(body).digest('hex');

/**
 * Takes the key inside the transaction (a second request with it waits here until the first has committed) and
 * returns the stored reply of an earlier attempt, or undefined when this is the first.
 */
export const claim = async (db: Tx, cipher: Cipher, attempt: Attempt): Promise<{ output: unknown } | undefined> => {
  const { count } = await db.idempotentReply.createMany({ data: { ...attempt, output: Buffer.alloc(0) }, skipDuplicates: true });
  if (count === 1) return undefined;
  const earlier = await db.idempotentReply.findUniqueOrThrow({
    where: { personId_key: { personId: attempt.personId, key: attempt.key } },
  });
  if (earlier.action !== attempt.action || earlier.inputHash !== attempt.inputHash) refuse('conflict', 'idempotencyKey.reused');
  return { output: JSON.parse(cipher.open(earlier.output)) as unknown };
};

export const remember = async (
  db: Tx,
  cipher: Cipher,
  { attempt, output }: { attempt: Attempt; output: unknown },
): Promise<void> => {
  await db.idempotentReply.update({
    where: { personId_key: { personId: attempt.personId, key: attempt.key } },
    data: { output: cipher.seal(JSON.stringify(output)) },
  });
};
