import type { ReferralStats } from '../../../contract/referralStats.ts';
import { type AnswersFound, sumOf } from './answers.ts';
import type { Figures } from './figures.ts';
import { endOf } from './flows.ts';
import type { Cells, Piece } from './told.ts';
import { type Cell, cell, type Line } from './veil.ts';

interface Made {
  found: AnswersFound;
  n: Cell;
  accepted: Cell;
  rejected: Cell;
  expired: Cell;
}
const PARTS = ['accepted', 'rejected', 'expired'] as const;

const make = (found: AnswersFound): Made => ({
  found,
  n: cell(found['K09.denominator']),
  accepted: cell(found['K09.numerator']),
  rejected: cell(found.rejected),
  expired: cell(found.expired),
});

/** Times are told of as many as may be counted. */
const tell = ({ found: { mean, p90 }, n, accepted, rejected, expired }: Made): ReferralStats['answers'] => {
  const open = typeof n.told === 'number';
  return {
    n: n.told,
    accepted: accepted.told,
    rejected: rejected.told,
    expired: expired.told,
    meanSeconds: open ? mean : null,
    p90Seconds: open ? p90 : null,
  };
};

/** How each asked hospital answered each that asked, and all of them together. */
export const pairs = (found: Figures, of: Cells): Piece<Pick<ReferralStats, 'answers' | 'pairs'>> => {
  const all: Made = { ...make(sumOf(found.answers)), n: of('K09', 'denominator'), accepted: of('K09', 'numerator') };
  const made = found.answers
    .filter((each) => each.from !== null && each['K09.denominator'] > 0)
    .map(make)
    .sort((a, b) => b.n.n - a.n.n);
  const rows = [all, ...made].map((each): Line => ({ parts: PARTS.map((part) => each[part]), total: each.n }));
  const columns = (['n', ...PARTS] as const).map((part): Line => ({ parts: made.map((each) => each[part]), total: all[part] }));
  return {
    lines: [...rows, ...columns],
    tell: () => ({
      answers: tell(all),
      pairs: made.map((each) => ({ from: each.found.from!, to: endOf(each.found), ...tell(each) })),
    }),
  };
};
