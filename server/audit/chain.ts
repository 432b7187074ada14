import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Break as BreakSchema } from '../../contract/audit.ts';
import type { AuditRow } from '../db/generated/client.ts';

export type Break = z.infer<typeof BreakSchema>;
/** A row's own words, all that its hash stands for. */
export type Content = Omit<AuditRow, 'seq' | 'prevHash' | 'hash'>;
export type Sealed = Content & { seq: bigint; prevHash: string; hash: string };

/** The end of the chain so far; the first row follows this. */
export interface Head {
  seq: bigint;
  hash: string;
}
export const START: Head = { seq: 0n, hash: '0'.repeat(64) };

/** One way to write a row down: an array has no key order to differ in. */
const canonical = (row: Content): string =>
  JSON.stringify([
    row.id,
    row.at.toISOString(),
    row.actorId,
    row.action,
    row.outcome,
    row.reason,
    row.hospitalIds,
    row.subjectKind,
    row.subjectIds,
    row.requestId,
  ]);

const hashOf = (prevHash: string, row: Content): string =>
  createHash('sha256').update(prevHash).update(canonical(row)).digest('hex');

/** Gives rows their places after `head`, in the order given. */
export const seal = (head: Head, rows: readonly Content[]): Sealed[] => {
  let { seq, hash } = head;
  return rows.map((row) => {
    const prevHash = hash;
    seq += 1n;
    hash = hashOf(prevHash, row);
    return { ...row, seq, prevHash, hash };
  });
};

/** What is wrong with this row, given the one before it; null when it fits. */
const fault = (before: Head, row: Sealed): Break['kind'] | null => {
  if (row.seq !== before.seq + 1n) return 'missing';
  if (row.hash !== hashOf(row.prevHash, row)) return 'changed';
  return row.prevHash === before.hash ? null : 'reordered';
};

/** Walks a stretch of the chain in order of `seq`; each break is named once, at the first row that does not fit. */
export const check = (before: Head, rows: readonly Sealed[]): { head: Head; breaks: Break[] } => {
  let head = before;
  const breaks: Break[] = [];
  for (const row of rows) {
    const kind = fault(head, row);
    if (kind) breaks.push({ seq: Number(kind === 'missing' ? head.seq + 1n : row.seq), kind });
    head = { seq: row.seq, hash: row.hash };
  }
  return { head, breaks };
};
