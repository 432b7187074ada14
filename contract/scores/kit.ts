/** Which printing of a score this is; kept beside every stored result. */
export interface Edition {
  version: string;
  source: string;
}

/** A published table read upwards: each row holds from its first number to the row after it. The first row starts at the lowest valid value. */
export type Steps<T> = readonly (readonly [from: number, is: T])[];
export const stepAt = <T>(steps: Steps<T>, value: number): T => steps.findLast(([from]) => value >= from)![1];

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
