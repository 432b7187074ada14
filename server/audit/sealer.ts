import type { Logger } from 'pino';
import type { Tx } from '../db/client.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import { type Anchor, openAnchor } from './anchor.ts';
import { type Head, type Sealed, START, seal } from './chain.ts';
import { type Verdict, verify } from './verify.ts';

const EVERY_MS = 500;
const BATCH = 1_000;
/** Held by the one server that seals just now. */
const LOCK = 5_110_018;

/** Gives committed rows their place in the chain, in batches beside the writers, who never wait for it. */
export interface Sealer {
  start(): void;
  /** Seals what is left, so that a server that was shut down leaves a whole chain. */
  stop(): Promise<void>;
  /** Seals all that is committed by now, then reads the whole chain. */
  verify(): Promise<Verdict>;
}

interface Parts {
  db: PrismaClient;
  /** HMAC key of the anchor. */
  key: Uint8Array;
  /** Path of the anchor file. */
  anchor: string;
  log: Logger;
}

const headOf = async (db: Tx): Promise<Head> => {
  const last = await db.auditRow.findFirst({ where: { seq: { not: null } }, orderBy: { seq: 'desc' } });
  return last ? { seq: last.seq as bigint, hash: last.hash as string } : START;
};

/** One statement whatever the number of rows. */
const store = (db: Tx, rows: readonly Sealed[]): Promise<number> => db.$executeRaw`
  UPDATE audit_row SET seq = place.seq, prev_hash = place.prev_hash, hash = place.hash
  FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ seq }) => seq)}::bigint[],
    ${rows.map(({ prevHash }) => prevHash)}::text[], ${rows.map(({ hash }) => hash)}::text[]) AS place (id, seq, prev_hash, hash)
  WHERE audit_row.id = place.id`;

interface Step {
  before: Head;
  after: Head;
  count: number;
}

/** Null when another server is at it. */
const sealBatch = (db: PrismaClient): Promise<Step | null> =>
  db.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS mine`;
    if (!lock?.mine) return null;
    const rows = await tx.auditRow.findMany({ where: { seq: null }, orderBy: [{ at: 'asc' }, { id: 'asc' }], take: BATCH });
    const before = await headOf(tx);
    const sealed = seal(before, rows);
    if (sealed.length > 0) await store(tx, sealed);
    return { before, after: sealed.at(-1) ?? before, count: sealed.length };
  });

/** Whether the chain still holds what the anchor says. An anchor that does not fit is evidence: it is kept as it is. */
const fits = async (db: Tx, anchored: Head | 'forged' | null): Promise<boolean> => {
  if (anchored === null) return true;
  if (anchored === 'forged') return false;
  const row = await db.auditRow.findUnique({ where: { seq: anchored.seq }, select: { hash: true } });
  return row?.hash === anchored.hash;
};

const moveAnchor = async ({ db, log }: Parts, anchor: Anchor, { before, after }: Step): Promise<void> => {
  const anchored = await anchor.read();
  const upToDate = anchored !== null && anchored !== 'forged' && anchored.hash === before.hash;
  if (upToDate || (await fits(db, anchored))) await anchor.write(after);
  else log.error({ seq: String(after.seq) }, 'the audit chain does not hold what its anchor says: have an auditor verify it');
};

export const openSealer = (parts: Parts): Sealer => {
  const anchor = openAnchor(parts.anchor, parts.key);
  const sealAll = async (): Promise<void> => {
    let step: Step | null;
    do {
      step = await sealBatch(parts.db);
      if (step && step.count > 0) await moveAnchor(parts, anchor, step);
    } while (step?.count === BATCH);
  };
  /** One round at a time in this process, so that the anchor only moves forward. */
  let round: Promise<void> = Promise.resolve();
  const next = (): Promise<void> => {
    round = round.catch(() => undefined).then(sealAll);
    return round;
  };
  let timer: NodeJS.Timeout | undefined;
  const tick = (): void => {
    timer = setTimeout(() => {
      next()
        .catch((error: unknown) => parts.log.error({ err: error }, 'sealer'))
        .finally(() => timer && tick());
    }, EVERY_MS);
  };
  return {
    start: tick,
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await next();
    },
    async verify() {
      await next();
      return verify(parts.db, anchor);
    },
  };
};
