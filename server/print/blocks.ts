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

/** An empty cell says `none`: on paper nobody can tell a gap from a fault. */
interface Words<Label extends string, Heading extends string> {
  none: string;
  label: Record<Label, string>;
  heading: Record<Heading, string>;
}
type Text = string | null | undefined;

export const row = (...cells: Cell[]): Block => ({ cells });

/** The blocks of one kind of paper, in its words. */
export const blocksOf = <Label extends string, Heading extends string>({ none, label, heading }: Words<Label, Heading>) => {
  const cell = (of: Label, text: Text, look: Omit<Cell, 'label' | 'text'> = {}): Cell => ({
    label: label[of],
    text: text?.trim() || none,
    ...look,
  });
  /** What somebody wrote at length, in a row of its own. */
  const written = (of: Label, text: Text): Block => row(cell(of, text, { long: true }));
  return {
    cell,
    written,
    /** As `written`, left out when there is nothing to say. */
    writtenIf: (of: Label, text: Text): Block[] => (text?.trim() ? [written(of, text)] : []),
    heading: (of: Heading): Block => ({ heading: heading[of] }),
  };
};
