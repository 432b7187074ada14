import type { z } from 'zod';
import type { Sheet } from '../../../../contract/referralSheet.ts';
import type { referrals as actions, Referral } from '../../../../contract/referrals.ts';
import { isUnsettled, Refused } from '../../lib/refused.ts';
import { referrals } from '../api.ts';
import type { Checked } from './check.ts';
import { type Form, formOf, goalOf } from './form.ts';
import { isSent, modeOf } from './mode.ts';
import { formOfSheet } from './sheetForm.ts';

export type Patch = Omit<z.input<typeof actions.write.input>, 'id' | 'version'>;

/** What is not on the form any more is said to be empty, since the server keeps what it is not told of. */
const EMPTY: Sheet = {
  ...{ complaint: '', presentIllness: '', pastHistory: '', allergies: '', reasonNote: '', reasons: [] },
  ...{ results: '', treatments: '', cautions: '', address: '', bed: '' },
  ...{ vitals: {}, maternal: {}, transport: {}, homePlan: {} },
};

const owedOf = (sheet: Sheet, { lacking }: Referral): Sheet =>
  Object.fromEntries(Object.entries(sheet).filter(([field]) => lacking.some((owed) => owed === field)));

/** Before it is sent all of it may be rewritten; afterwards where it goes is settled, and at last only what is owed follows. */
export const patchOf = (form: Form, checked: Checked, referral: Referral): Patch => {
  if (modeOf(referral) === 'gaps') return { sheet: owedOf(checked.sheet, referral) };
  const sheet = { ...EMPTY, ...checked.sheet };
  if (isSent(referral)) return { sheet };
  return { sheet, destination: goalOf(form), ...(referral.direction !== 'down' && { lane: form.lane }) };
};

const sameSheet = (one: Patch['sheet'], other: Patch['sheet']): boolean =>
  JSON.stringify(formOfSheet(one ?? {})) === JSON.stringify(formOfSheet(other ?? {}));

const sameGoal = (now: Referral, destination: Patch['destination']): boolean =>
  destination === undefined || JSON.stringify(goalOf(formOf(now))) === JSON.stringify(destination);

/** Whether the server already has what this says. */
export const says = (now: Referral, { sheet, destination, lane = now.lane }: Patch): boolean =>
  sameSheet(now.sheet, sheet) && sameGoal(now, destination) && now.lane === lane;

/** Somebody else has written meanwhile; `now` is theirs. */
export class Overtaken extends Error {
  readonly now: Referral;
  constructor(now: Referral) {
    super('overtaken');
    this.now = now;
  }
}

const isMoved = (error: unknown): boolean => error instanceof Refused && error.reason === 'referral.moved';

/**
 * Writes on top of the version it knows. A write whose answer was lost may have arrived: then the version that moved is
 * one's own, and the next write goes on from there.
 */
export const makeWriter = () => {
  let lost: Patch | null = null;
  const put = async (base: Referral, patch: Patch): Promise<Referral> => {
    try {
      const answer = await referrals.write({ id: base.id, version: base.version, ...patch });
      lost = null;
      return answer;
    } catch (error) {
      if (isUnsettled(error)) lost = patch;
      throw error;
    }
  };
  return async (base: Referral, patch: Patch): Promise<Referral> => {
    const before = lost;
    try {
      return await put(base, patch);
    } catch (error) {
      if (!isMoved(error)) throw error;
      const now = await referrals.read({ id: base.id });
      if (!(before && says(now, before))) throw new Overtaken(now);
      return put(now, patch);
    }
  };
};
