import type { Tx } from '../db/client.ts';

/** How far an instrument's clock was ahead at a time: by the comparison nearest to it, 0 when it was never compared. */
export const offsetAt = async (db: Tx, instrumentId: string, at: Date): Promise<number> => {
  const before = await db.clockCheck.findFirst({ where: { instrumentId, at: { lte: at } }, orderBy: { at: 'desc' } });
  const after = await db.clockCheck.findFirst({ where: { instrumentId, at: { gt: at } }, orderBy: { at: 'asc' } });
  if (!before || !after) return (before ?? after)?.offsetMs ?? 0;
  const nearer = at.getTime() - before.at.getTime() <= after.at.getTime() - at.getTime() ? before : after;
  return nearer.offsetMs;
};
