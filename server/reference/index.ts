import type { Tx } from '../db/client.ts';
import { type DataOf, type SetName, shapes } from './shapes.ts';

export interface Reference<N extends SetName> {
  version: string;
  source: string;
  /** The first day it is in force, `YYYY-MM-DD`. */
  effectiveFrom: string;
  approver: string | null;
  data: DataOf<N>;
}

/** The newest version in force at `now`. */
export const reference = async <N extends SetName>(db: Tx, name: N, now: Date): Promise<Reference<N>> => {
  const { version, source, effectiveFrom, approver, data } = await db.referenceSet.findFirstOrThrow({
    where: { name, effectiveFrom: { lte: now } },
    orderBy: [{ effectiveFrom: 'desc' }, { version: 'desc' }],
  });
  return {
    version,
    source,
    effectiveFrom: effectiveFrom.toISOString().slice(0, 10),
    approver,
    data: shapes[name].parse(data) as DataOf<N>,
  };
};
