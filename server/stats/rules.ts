import { z } from 'zod';
import { Urgency } from '../../contract/consults.ts';
import type { Tx } from '../db/client.ts';

const Limits = z.record(Urgency, z.object({ firstResponse: z.number() }));

export interface Rules {
  version: string;
  source: string;
  /** Seconds by urgency. */
  firstResponse: Record<z.infer<typeof Urgency>, number>;
}

/** The consult limits in force: what new requests are held to; figures judge each case by the limits stored in it. */
export const rulesAt = async (db: Tx, now: Date): Promise<Rules> => {
  const { version, source, data } = await db.referenceSet.findFirstOrThrow({
    where: { name: 'consultLimits', effectiveFrom: { lte: now } },
    orderBy: [{ effectiveFrom: 'desc' }, { version: 'desc' }],
  });
  const limits = Limits.parse(data);
  return {
    version,
    source,
    firstResponse: {
      stat: limits.stat.firstResponse,
      urgent: limits.urgent.firstResponse,
      routine: limits.routine.firstResponse,
    },
  };
};
