/** Of one month: how many of those judged were met. */
export interface Share {
  met: number;
  n: number;
}

export interface Limits {
  lower: number;
  upper: number;
}

export interface Point extends Share, Limits {
  share: number;
  /** Outside the limits; of too few nothing is said. */
  breach: boolean;
}

/** All that was met of all that was judged. */
export const centreOf = (months: readonly (Share | null)[]): number | null => {
  const known = months.filter((month) => month !== null);
  const n = known.reduce((sum, month) => sum + month.n, 0);
  return n === 0 ? null : known.reduce((sum, { met }) => sum + met, 0) / n;
};

/** p̄ ± 3·√(p̄(1 − p̄)/n), no share being below none or above all. */
export const limitsOf = (centre: number, n: number): Limits => {
  const reach = 3 * Math.sqrt((centre * (1 - centre)) / n);
  return { lower: Math.max(0, centre - reach), upper: Math.min(1, centre + reach) };
};

/** A P-chart: each month against the limits of its own size; a month without a judged case has no point. */
export const pointsOf = (months: readonly (Share | null)[], few: number): (Point | null)[] => {
  const centre = centreOf(months);
  return months.map((month) => {
    if (centre === null || month === null || month.n === 0) return null;
    const [share, limits] = [month.met / month.n, limitsOf(centre, month.n)];
    const breach = month.n >= few && (share < limits.lower || share > limits.upper);
    return { ...month, ...limits, share, breach };
  });
};
