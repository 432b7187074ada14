import { VEIL_BELOW, type Veiled } from '../../../contract/referralStats.ts';
import { type Actor, holding } from '../../edge/actor.ts';
import type { Scope } from '../scope.ts';

/** A count and what of it is told. */
export interface Cell {
  n: number;
  told: Veiled;
}
/** Counts that add up to another one. */
export interface Line {
  parts: readonly Cell[];
  total: Cell;
}

export const cell = (n: number): Cell => ({ n, told: n });

const isFew = (n: number): boolean => n > 0 && n < VEIL_BELOW;
const isShut = ({ told }: Cell): boolean => typeof told !== 'number';

/** Whether what is shut can be worked out from what stands open beside it. */
const leaks = ({ parts, total }: Line): boolean => {
  const shut = parts.filter(isShut);
  if (isShut(total)) return shut.length === 0;
  return shut.length === 1 || isFew(shut.reduce((sum, { n }) => sum + n, 0));
};

const smallestOpen = ({ parts, total }: Line): Cell | undefined => {
  const open = parts.filter((part) => !isShut(part) && part.n > 0).sort((a, b) => a.n - b.n);
  return open[0] ?? (isShut(total) || total.n === 0 ? undefined : total);
};

/** Shuts every count that is few, and then, line by line, the smallest beside it until none can be worked out. */
export const veil = (lines: readonly Line[]): void => {
  for (const each of lines.flatMap(({ parts, total }) => [...parts, total])) if (isFew(each.n)) each.told = 'few';
  const shutOne = (line: Line): boolean => {
    const beside = leaks(line) ? smallestOpen(line) : undefined;
    if (beside) beside.told = 'hidden';
    return beside !== undefined;
  };
  while (lines.filter(shutOne).length > 0);
};

/** An overseer's own organisation sends nobody anywhere; whoever also belongs to one of the two hospitals sees their counts whole. */
export const isVeiled = (
  actor: Actor,
  scope: Scope,
  filter: { fromHospitalId?: string | undefined; toEnd?: string | undefined },
) => {
  if (scope !== 'everything') return false;
  const own = holding(actor, 'admin', 'coordinator').map(({ hospitalId }) => hospitalId);
  return !own.some((id) => id === filter.fromHospitalId || id === filter.toEnd);
};
