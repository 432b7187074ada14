import { setImmediate as othersFirst } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { shanghaiClock } from '../directory/week.ts';
import type { Block } from './blocks.ts';
import { draw, type Pdf, ROOM, WIDTH } from './draw.ts';
import { measureBy, NO_GLYPH, printableBy, takeFonts } from './fonts.ts';
import { layOut } from './layout.ts';
import { hashOf, type Page } from './page.ts';
import { fill, frame } from './text.ts';

export interface Printed {
  /** Name and hospital, on every page. */
  printedBy: string;
  at: Date;
}

/** `hash`: of the page as it was said, before any character was replaced. */
const footerOf = (page: Page, hash: string, { printedBy, at }: Printed): string[] => {
  const lost = JSON.stringify(page.blocks).includes(NO_GLYPH);
  return [
    page.advice + (lost ? frame.footer.lost : ''),
    fill(frame.footer.hash, { hash: hash.match(/.{8}/g)!.join(' ') }),
    fill(frame.footer.printed, { at: shanghaiClock(at), by: printedBy }),
  ];
};

const printable = (page: Page, safe: (text: string) => string): Page => ({
  ...page,
  blocks: page.blocks.map(
    (block): Block => ('heading' in block ? block : { cells: block.cells.map((cell) => ({ ...cell, text: safe(cell.text) })) }),
  ),
});

/** Page by page, with a turn for everybody else between them: drawing is work, and calls go on beside it. */
const write = async (pdf: Pdf, pages: readonly Page[], printed: Printed): Promise<void> => {
  await takeFonts(pdf);
  const [safe, measure] = [printableBy(pdf), measureBy(pdf)];
  for (const [n, said] of pages.entries()) {
    if (pdf.destroyed) return;
    const page = printable(said, safe);
    const laid = layOut(page.blocks, { width: WIDTH, height: ROOM, measure });
    draw(pdf, page, { laid, place: { n: n + 1, of: pages.length }, footer: footerOf(page, hashOf(said), printed) });
    await othersFirst();
  }
  pdf.end();
};

/** One A4 page for each, written while it is read. The file's title names numbers only, never the patient. */
export const pdfOf = (pages: readonly Page[], printed: Printed): AsyncIterable<Uint8Array> => {
  const numbers = pages.map(({ no }) => no).join(' ');
  const info = { Title: `${pages[0]?.title} ${numbers}`, CreationDate: printed.at };
  const pdf = new PDFDocument({ autoFirstPage: false, lang: 'zh-CN', info });
  write(pdf, pages, printed).catch((error: unknown) => pdf.destroy(error as Error));
  return pdf as unknown as AsyncIterable<Uint8Array>;
};
