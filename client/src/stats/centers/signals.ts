/** This many in a row on one side of the median is more than chance (domain K19). */
export const RUN = 7;

export interface Run {
  /** The places of its first and its last value. */
  from: number;
  to: number;
  n: number;
  side: 'above' | 'below';
}

/** The middle one, or the mean of the two. */
export const middleOf = (values: readonly (number | null)[]): number | null => {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length === 0 ? null : (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
};

/** Values on the line, and places without one, neither lengthen a run nor end it. */
export const runsOf = (values: readonly (number | null)[], line: number): Run[] => {
  const runs: Run[] = [];
  for (const [at, value] of values.entries()) {
    if (value === null || value === line) continue;
    const side = value > line ? 'above' : 'below';
    const last = runs.at(-1);
    if (last?.side === side) Object.assign(last, { to: at, n: last.n + 1 });
    else runs.push({ from: at, to: at, n: 1, side });
  }
  return runs.filter(({ n }) => n >= RUN);
};
