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

type Stored = { version: string; source: string; effectiveFrom: Date; approver: string | null; data: unknown };
const opened = <N extends SetName>(name: N, { version, source, effectiveFrom, approver, data }: Stored): Reference<N> => ({
  version,
  source,
  approver,
  effectiveFrom: effectiveFrom.toISOString().slice(0, 10),
  data: shapes[name].parse(data) as DataOf<N>,
});

/** The version that a row refers to. */
export const referenceOf = async <N extends SetName>(db: Tx, name: N, version: string): Promise<Reference<N>> =>
  opened(name, await db.referenceSet.findFirstOrThrow({ where: { name, version } }));

/** The newest version in force at `now`. */
export const reference = async <N extends SetName>(db: Tx, name: N, now: Date): Promise<Reference<N>> => {
  const row = await db.referenceSet.findFirstOrThrow({
    where: { name, effectiveFrom: { lte: now } },
    orderBy: [{ effectiveFrom: 'desc' }, { version: 'desc' }],
  });
  return opened(name, row);
};
