/** Width of one character at one point; adding them up leaves out kerning, which only makes lines shorter. */
export type Measure = (char: string, bold: boolean) => number;

/** What a line does not break, and its width at one point. */
export interface Piece {
  text: string;
  width: number;
}

/** A Latin word stays whole, and what closes stays with what it closes; Chinese breaks anywhere else. */
const PIECES = /(?:[!-~]+|\S)[，。、；：！？）】」』”’…％℃]*|\s/gu;
/** In sizes of the type: below the narrowest cell. A longer word is broken where the line ends. */
const WIDEST = 10;

export const piecesOf = (text: string, measure: Measure, bold = false): Piece[] => {
  const piece = (part: string): Piece => ({ text: part, width: [...part].reduce((sum, char) => sum + measure(char, bold), 0) });
  return (text.match(PIECES) ?? []).flatMap((part) => {
    const whole = piece(part);
    return whole.width > WIDEST ? [...part].map(piece) : [whole];
  });
};

/** The lines of a text; `width` in sizes of the type. */
export const wrap = (pieces: readonly Piece[], width: number): string[] => {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const piece of pieces) {
    if (piece.text === '\n' || (used + piece.width > width && line !== '')) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    // A space at the beginning of a line is nobody's.
    if (line === '' && piece.text.trim() === '') continue;
    line += piece.text;
    used += piece.width;
  }
  return [...lines, line];
};
