import type { z } from 'zod';
import type { emergency as actions, Stamp } from '../../../contract/emergency.ts';
import type { Code, Refusal } from '../../../contract/refusal.ts';
import { isUnsettled, Refused } from '../lib/refused.ts';

export type Activation = z.input<typeof actions.activate.input>;
export type StampInput = z.input<typeof Stamp>;
/** Why the server will not have it; null while it only waits. */
export type Why = Pick<Refusal, 'code' | 'reason'> | null;

interface Common {
  /** Of the case, or of the stamp: sent twice it is the same. */
  id: string;
  caseId: string;
  /** Whose: nobody else's session sends it. */
  owner: string;
  refused: Why;
}
/** What this device holds and the server has not confirmed. */
export type Entry = Common & ({ kind: 'activation'; activation: Activation } | { kind: 'stamp'; stamp: StampInput });

export type KeptActivation = Activation & { refused: Why };
export type KeptStamp = StampInput & { refused: Why };
export interface Unsent {
  activation: KeptActivation | null;
  stamps: readonly KeptStamp[];
}

/** What one person's device still owes of each case, in the order in which it was pressed. */
export const byCase = (entries: readonly Entry[]): ReadonlyMap<string, Unsent> => {
  const cases = new Map<string, Unsent>();
  for (const entry of entries) {
    const { activation, stamps } = cases.get(entry.caseId) ?? { activation: null, stamps: [] };
    const { refused } = entry;
    cases.set(
      entry.caseId,
      entry.kind === 'activation'
        ? { activation: { ...entry.activation, refused }, stamps }
        : { activation, stamps: [...stamps, { ...entry.stamp, refused }] },
    );
  }
  return cases;
};

/**
 * The next to be sent: in the order of pressing, a case before its stamps. What was refused stands aside; the stamps of a
 * case that the server does not have wait for it. `passed`: cases that a fault of the server holds up for now.
 */
export const nextOf = (entries: readonly Entry[], passed: ReadonlySet<string>): Entry | undefined => {
  const owed = new Set(entries.filter(({ kind }) => kind === 'activation').map(({ caseId }) => caseId));
  return entries.find(
    ({ kind, caseId, refused }) => refused === null && !passed.has(caseId) && (kind === 'activation' || !owed.has(caseId)),
  );
};

/** Said of what was asked: asked again it would be said again. */
const FINAL: readonly Code[] = ['invalid', 'forbidden', 'notFound', 'conflict', 'tooLarge'];

/**
 * What an unsent entry's failure means. `refused`: set aside and shown. `wait`: nothing gets through now, or nobody is
 * signed in. `pass`: the server fails at this one; other cases need not wait for it.
 */
export const verdictOf = (error: unknown): 'refused' | 'wait' | 'pass' => {
  if (!(error instanceof Refused)) return 'pass';
  if (FINAL.includes(error.code)) return 'refused';
  return isUnsettled(error) || error.code === 'unauthenticated' ? 'wait' : 'pass';
};
