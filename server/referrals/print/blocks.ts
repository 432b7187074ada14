import { words } from './said.ts';

/** A label with what is said under it. */
export interface Cell {
  label: string;
  text: string;
  bold?: boolean;
  /** Of the row's width; 1 unless said. */
  share?: number;
  /** Written at length by somebody: cut when the page is full. */
  long?: boolean;
}

/** What stands on the sheet between title and signatures, in order. */
export type Block = { heading: string } | { cells: readonly Cell[] };

type Label = keyof typeof words.label;

/** An empty cell says so: on paper nobody can tell a gap from a fault. */
export const cell = (label: Label, text: string | null | undefined, look: Omit<Cell, 'label' | 'text'> = {}): Cell => ({
  label: words.label[label],
  text: text?.trim() || words.none,
  ...look,
});

export const row = (...cells: Cell[]): Block => ({ cells });
/** What somebody wrote at length, in a row of its own. */
export const written = (label: Label, text: string | null | undefined): Block => row(cell(label, text, { long: true }));
/** As `written`, left out when there is nothing to say. */
export const writtenIf = (label: Label, text: string | null | undefined): Block[] => (text?.trim() ? [written(label, text)] : []);
export const heading = (of: keyof typeof words.heading): Block => ({ heading: words.heading[of] });
