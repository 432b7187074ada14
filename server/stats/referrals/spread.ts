import { chapterOf, type DxChapter } from '../../../contract/dxChapters.ts';
import { Direction } from '../../../contract/referralSheet.ts';
import type { ReferralStats } from '../../../contract/referralStats.ts';
import type { Figures } from './figures.ts';
import { type Cells, type Piece, rest } from './told.ts';
import { type Cell, cell, type Line } from './veil.ts';

const totalOf = (of: Cells, direction: Direction): Cell => {
  const [all, up, down] = [of('K15', 'denominator'), of('K16', 'denominator'), of('K08R', 'numerator')];
  return direction === 'up' ? up : direction === 'down' ? down : rest(all, [up, down]);
};

/** Every month of the period, the empty ones too. */
export const months = (found: Figures, of: Cells, names: readonly string[]): Piece<ReferralStats['months']> => {
  const n = (month: string, direction: Direction) =>
    found.months.find((each) => each.month === month && each.direction === direction)?.n ?? 0;
  const made = names.map((month) => ({
    month,
    up: cell(n(month, 'up')),
    down: cell(n(month, 'down')),
    lateral: cell(n(month, 'lateral')),
  }));
  return {
    lines: Direction.options.map(
      (direction): Line => ({ parts: made.map((each) => each[direction]), total: totalOf(of, direction) }),
    ),
    tell: () => made.map(({ month, up, down, lateral }) => ({ month, up: up.told, down: down.told, lateral: lateral.told })),
  };
};

/** Where those sent stand now. */
export const statuses = (found: Figures, of: Cells): Piece<ReferralStats['statuses']> => {
  const made = found.statuses.map(({ status, n }) => ({ status, cell: cell(n) }));
  return {
    lines: [{ parts: made.map((each) => each.cell), total: of('K15', 'denominator') }],
    tell: () => made.map(({ status, cell: { told } }) => ({ status, n: told })),
  };
};

export const chapters = (found: Figures, of: Cells): Piece<ReferralStats['chapters']> => {
  const sums = new Map<DxChapter, number>();
  for (const { category, n } of found.categories) {
    const chapter = chapterOf(category);
    sums.set(chapter, (sums.get(chapter) ?? 0) + n);
  }
  const made = [...sums].map(([chapter, n]) => ({ chapter, cell: cell(n) })).sort((a, b) => b.cell.n - a.cell.n);
  return {
    lines: [{ parts: made.map((each) => each.cell), total: of('K15', 'denominator') }],
    tell: () => made.map(({ chapter, cell: { told } }) => ({ chapter, n: told })),
  };
};

/** How many categories are named. */
const TOP = 10;

/** What is sent up most, beside what went on locally (K16); what has no code comes last. */
export const mix = (found: Figures, of: Cells): Piece<ReferralStats['mix']> => {
  const up = new Map(found.categories.flatMap(({ direction, category, n }) => (direction === 'up' ? [[category, n]] : [])));
  const local = new Map(found.local.map(({ category, n }) => [category, n]));
  const made = [...new Set([...up.keys(), ...local.keys()])]
    .map((category) => ({ category, up: cell(up.get(category) ?? 0), local: cell(local.get(category) ?? 0) }))
    .sort((a, b) => b.up.n - a.up.n || b.local.n - a.local.n || (a.category ?? '').localeCompare(b.category ?? ''));
  const named = made.filter(({ category }) => category !== null).slice(0, TOP);
  const shown = [...named, ...made.filter(({ category }) => category === null)];
  const line = (parts: Cell[], total: Cell): Line => ({ parts: [...parts, rest(total, parts)], total });
  return {
    lines: [
      line(
        shown.map((each) => each.up),
        of('K16', 'denominator'),
      ),
      line(
        shown.map((each) => each.local),
        of('K16L', 'denominator'),
      ),
    ],
    tell: () => shown.map((each) => ({ category: each.category, up: each.up.told, local: each.local.told })),
  };
};
