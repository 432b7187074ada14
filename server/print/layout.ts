import type { Block, Cell } from './blocks.ts';
import { frame } from './text.ts';
import { type Measure, type Piece, piecesOf, wrap } from './wrap.ts';

/** Points; the smallest can still be read in a car. */
const SIZES = [10, 9.5, 9, 8.5, 8, 7.5, 7] as const;
const SMALLEST = 7;
/** In sizes of the type: from line to line, above and below a text, a label's four characters and a little air. */
const LEADING = 1.35;
const PAD = 0.18;
const LABEL = 4.9;
const AIR = 0.8;

type Measured = { heading: string } | { cells: readonly { cell: Cell; pieces: readonly Piece[] }[] };

/** A cell in its place: where it begins, how wide it and its label are, and the lines of its text. */
export interface Placed {
  cell: Cell;
  x: number;
  label: number;
  width: number;
  lines: readonly string[];
}
export type Strip = { height: number } & ({ heading: string } | { cells: readonly Placed[] });

/** A sheet in one size of type, ready to be drawn; `step` from line to line, `pad` above and below, points. */
export interface Laid {
  size: number;
  step: number;
  pad: number;
  strips: readonly Strip[];
}

interface Space {
  width: number;
  height: number;
  measure: Measure;
}

type Row = Exclude<Measured, { heading: string }>['cells'];

const place = (cells: Row, size: number, whole: number): Placed[] => {
  const shares = cells.reduce((sum, { cell: { share = 1 } }) => sum + share, 0);
  let x = 0;
  return cells.map(({ cell, pieces }) => {
    const width = (whole * (cell.share ?? 1)) / shares;
    const placed = { cell, x, label: LABEL * size, width, lines: wrap(pieces, width / size - LABEL - AIR) };
    x += width;
    return placed;
  });
};

const lay = (blocks: readonly Measured[], size: number, { width }: Space): Laid => {
  const [step, pad] = [size * LEADING, size * PAD];
  const strips = blocks.map((block): Strip => {
    if ('heading' in block) return { heading: block.heading, height: step + size / 2 };
    const cells = place(block.cells, size, width);
    return { cells, height: Math.max(...cells.map(({ lines }) => lines.length)) * step + 2 * pad };
  });
  return { size, step, pad, strips };
};

const fits = ({ strips }: Laid, { height }: Space): boolean => strips.reduce((sum, strip) => sum + strip.height, 0) <= height;

/** What somebody wrote at length, as one paragraph of about so many characters; what is missing is in the system. */
const cutTo = (most: number, pieces: readonly Piece[], end: readonly Piece[]): Piece[] => {
  let length = 0;
  const kept = pieces.filter(({ text }) => {
    length += text.length;
    return length <= most && text !== '\n';
  });
  return length <= most ? kept : [...kept, ...end];
};

/** The longest texts that fit in the smallest type. */
const cutToFit = (blocks: readonly Measured[], space: Space): Laid => {
  const end = piecesOf(frame.cut, space.measure);
  const at = (most: number) => {
    const cut = blocks.map((block): Measured => {
      if ('heading' in block) return block;
      const cells = block.cells.map(({ cell, pieces }) => ({ cell, pieces: cell.long ? cutTo(most, pieces, end) : pieces }));
      return { cells };
    });
    return lay(cut, SMALLEST, space);
  };
  let [short, long] = [0, 4_096];
  while (long - short > 1) {
    const most = (short + long) >> 1;
    if (fits(at(most), space)) short = most;
    else long = most;
  }
  return at(short);
};

/** One page whatever was written: in the largest type that fits; in the smallest, what is too long is cut, and says so. */
export const layOut = (blocks: readonly Block[], space: Space): Laid => {
  const measured = blocks.map((block): Measured => {
    if ('heading' in block) return block;
    return { cells: block.cells.map((cell) => ({ cell, pieces: piecesOf(cell.text, space.measure, cell.bold) })) };
  });
  for (const size of SIZES) {
    const laid = lay(measured, size, space);
    if (fits(laid, space)) return laid;
  }
  return cutToFit(measured, space);
};
