/** The middle of the measurements and the spread of their middle half. */
export interface Figure {
  median: number;
  q1: number;
  q3: number;
  runs: number;
}

const at = (sorted: readonly number[], part: number): number => {
  const place = (sorted.length - 1) * part;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
};

const rounded = (value: number): number => Number(value.toPrecision(4));

export const figure = (values: readonly number[]): Figure => {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: rounded(at(sorted, 0.5)), q1: rounded(at(sorted, 0.25)), q3: rounded(at(sorted, 0.75)), runs: values.length };
};

export const percentile = (values: readonly number[], part: number): number =>
  rounded(
    at(
      values.toSorted((a, b) => a - b),
      part,
    ),
  );

/** Runs the sides in turn, forwards and backwards (ABBA), so that a drift of the machine falls on all of them alike. */
export const interleave = async <S extends string>(
  rounds: number,
  sides: Record<S, () => Promise<number>>,
): Promise<Record<S, number[]>> => {
  const names = Object.keys(sides) as S[];
  const taken = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<S, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) taken[name].push(await sides[name]());
  }
  return taken;
};
