import type { ReferralStatus } from '../../../contract/referralSteps.ts';
import type { ReferralRow } from '../../../contract/referrals.ts';

export type ColumnName = 'review' | 'accept' | 'arrange' | 'road' | 'arrived' | 'return';

/** Where an open referral hangs: every state that is not an end stands in one column. */
export const COLUMNS: Readonly<Record<ColumnName, readonly ReferralStatus[]>> = {
  review: ['draft', 'internalReview', 'returned'],
  accept: ['submitted', 'received', 'rejected'],
  arrange: ['accepted', 'noShow'],
  road: ['arranged', 'departed', 'diverted'],
  arrived: ['arrived', 'treated'],
  return: ['discharged', 'summaryReturned', 'downOffered', 'followedUp'],
};
export const columnNames = Object.keys(COLUMNS) as ColumnName[];

/** The column of a state; null for an end, which hangs nowhere. */
export const columnOf = (status: ReferralStatus): ColumnName | null =>
  columnNames.find((name) => COLUMNS[name].includes(status)) ?? null;

const limit = ({ clock }: Pick<ReferralRow, 'clock'>): number => (clock ? Date.parse(clock.dueAt) : Number.POSITIVE_INFINITY);

/** Least time left first; what has no clock comes last, and otherwise the order stays. */
export const byTimeLeft = (a: Pick<ReferralRow, 'clock'>, b: Pick<ReferralRow, 'clock'>): number => {
  const [left, right] = [limit(a), limit(b)];
  return left === right ? 0 : left - right;
};

type Hung = Pick<ReferralRow, 'status' | 'clock'>;

/** The cards of each column in the order of the board. */
export const hang = <R extends Hung>(rows: readonly R[]): { name: ColumnName; rows: R[] }[] =>
  columnNames.map((name) => ({ name, rows: rows.filter(({ status }) => columnOf(status) === name).sort(byTimeLeft) }));

/** How many the server counts in a column; what it does not mention is none. */
export const countIn = (name: ColumnName, statuses: Partial<Record<ReferralStatus, number>>): number =>
  COLUMNS[name].reduce((sum, status) => sum + (statuses[status] ?? 0), 0);

/** Everything that is not over. */
export const openIn = (statuses: Partial<Record<ReferralStatus, number>>): number =>
  columnNames.reduce((sum, name) => sum + countIn(name, statuses), 0);
