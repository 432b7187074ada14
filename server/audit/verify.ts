import type { Tx } from '../db/client.ts';
import type { Anchor } from './anchor.ts';
import { type Break, check, type Head, type Sealed, START } from './chain.ts';

const PAGE = 2_000;
/** A thousand breaks say no more than these. */
const ENOUGH = 100;

export interface Verdict {
  checked: number;
  head: Head;
  breaks: Break[];
}

const pageAfter = async (db: Tx, seq: bigint): Promise<Sealed[]> =>
  (await db.auditRow.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: 'asc' }, take: PAGE })) as Sealed[];

/** What the anchor says of the chain as it is found now. */
const checkAnchor = async (db: Tx, anchored: Head | 'forged' | null, head: Head): Promise<Break[]> => {
  if (anchored === null) return [];
  if (anchored === 'forged') return [{ seq: Number(head.seq), kind: 'changed' }];
  if (anchored.seq > head.seq) return [{ seq: Number(head.seq) + 1, kind: 'truncated' }];
  const row = await db.auditRow.findUnique({ where: { seq: anchored.seq }, select: { hash: true } });
  return row && row.hash !== anchored.hash ? [{ seq: Number(anchored.seq), kind: 'changed' }] : [];
};

/** Reads the whole chain, a page at a time; rows sealed meanwhile are read too. */
export const verify = async (db: Tx, anchor: Anchor): Promise<Verdict> => {
  const anchored = await anchor.read();
  const verdict: Verdict = { checked: 0, head: START, breaks: [] };
  for (let rows = await pageAfter(db, 0n); rows.length > 0; rows = await pageAfter(db, verdict.head.seq)) {
    const { head, breaks } = check(verdict.head, rows);
    verdict.checked += rows.length;
    verdict.head = head;
    verdict.breaks.push(...breaks);
  }
  verdict.breaks.push(...(await checkAnchor(db, anchored, verdict.head)));
  verdict.breaks = verdict.breaks.slice(0, ENOUGH);
  return verdict;
};
