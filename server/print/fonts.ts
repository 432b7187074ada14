import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Measure } from './wrap.ts';

type Pdf = PDFKit.PDFDocument;

const FOLDER = '@expo-google-fonts/noto-serif-sc';
const FILES = { plain: '400Regular/NotoSerifSC_400Regular.ttf', bold: '700Bold/NotoSerifSC_700Bold.ttf' } as const;
export type Weight = keyof typeof FILES;

/** Registers both weights; only the characters that are used go into the file. */
export const takeFonts = async (pdf: Pdf): Promise<void> => {
  for (const [weight, file] of Object.entries(FILES)) {
    pdf.registerFont(weight, await readFile(fileURLToPath(import.meta.resolve(`${FOLDER}/${file}`))));
  }
};

export const weightOf = (bold: boolean): Weight => (bold ? 'bold' : 'plain');

/** Widths are asked of the font once for each character. */
export const measureBy = (pdf: Pdf): Measure => {
  const known: Record<Weight, Map<string, number>> = { plain: new Map(), bold: new Map() };
  return (char, bold) => {
    const weight = weightOf(bold);
    const width = known[weight].get(char) ?? pdf.font(weight, 100).widthOfString(char) / 100;
    known[weight].set(char, width);
    return width;
  };
};

/** What stands for a character that the font does not have. */
export const NO_GLYPH = '□';

/** The font that pdfkit has in hand; its types do not name it. */
interface InHand {
  _font: { font: { hasGlyphForCodePoint(code: number): boolean } };
}

const POWER = /[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g;

/**
 * The text as it can be printed: a character without a glyph would be an empty place that nobody notices, so it is written
 * plainer (but 10⁹ never as 109), or becomes a box; control characters are left out.
 */
export const printableBy = (pdf: Pdf): ((text: string) => string) => {
  const { font } = (pdf.font('plain') as unknown as InHand)._font;
  const known = new Map<string, boolean>();
  const has = (char: string): boolean => {
    const there = known.get(char) ?? font.hasGlyphForCodePoint(char.codePointAt(0)!);
    known.set(char, there);
    return there;
  };
  const all = (text: string): boolean => [...text].every((char) => char === '\n' || has(char));
  const plainer = (char: string): string => {
    const plain = char.normalize('NFKC');
    return all(plain) ? plain : NO_GLYPH;
  };
  return (text) => {
    const visible = text.replaceAll('\t', ' ').replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '');
    const powers = visible.replace(POWER, (power) => (all(power) ? power : `^${power.normalize('NFKC')}`));
    return [...powers].map((char) => (all(char) ? char : plainer(char))).join('');
  };
};
