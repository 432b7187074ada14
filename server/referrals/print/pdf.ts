import { setImmediate as othersFirst } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { Referral } from '../../../contract/referrals.ts';
import { shanghaiClock } from '../../directory/week.ts';
import type { Block } from './blocks.ts';
import { draw, type Pdf, ROOM, WIDTH } from './draw.ts';
import { measureBy, NO_GLYPH, printableBy, takeFonts } from './fonts.ts';
import { layOut } from './layout.ts';
import { fill, words } from './said.ts';
import { type Page, pageOf } from './sheet.ts';

interface Printed {
  /** Name and hospital, on every page. */
  printedBy: string;
  at: Date;
}

const footerOf = ({ blocks, hash }: Page, { printedBy, at }: Printed): string[] => {
  const lost = JSON.stringify(blocks).includes(NO_GLYPH);
  return [
    words.footer.advice + (lost ? words.footer.lost : ''),
    fill(words.footer.hash, { hash: hash.match(/.{8}/g)!.join(' ') }),
    fill(words.footer.printed, { at: shanghaiClock(at), by: printedBy }),
  ];
};

const printable = (page: Page, safe: (text: string) => string): Page => ({
  ...page,
  blocks: page.blocks.map(
    (block): Block => ('heading' in block ? block : { cells: block.cells.map((cell) => ({ ...cell, text: safe(cell.text) })) }),
  ),
});

/** Page by page, with a turn for everybody else between them: drawing is work, and calls go on beside it. */
const write = async (pdf: Pdf, views: readonly Referral[], printed: Printed): Promise<void> => {
  await takeFonts(pdf);
  const [safe, measure] = [printableBy(pdf), measureBy(pdf)];
  for (const [n, view] of views.entries()) {
    if (pdf.destroyed) return;
    const page = printable(pageOf(view, printed.at), safe);
    const laid = layOut(page.blocks, { width: WIDTH, height: ROOM, measure });
    draw(pdf, page, { laid, place: { n: n + 1, of: views.length }, footer: footerOf(page, printed) });
    await othersFirst();
  }
  pdf.end();
};

/** 双向转诊单: one A4 page for each referral, written while it is read. Titles name numbers only, never the patient. */
export const sheetPdf = (views: readonly Referral[], printed: Printed): AsyncIterable<Uint8Array> => {
  const numbers = views.map(({ referralNo }) => referralNo).join(' ');
  const info = { Title: `${words.title} ${numbers}`, CreationDate: printed.at };
  const pdf = new PDFDocument({ autoFirstPage: false, lang: 'zh-CN', info });
  write(pdf, views, printed).catch((error: unknown) => pdf.destroy(error as Error));
  return pdf as unknown as AsyncIterable<Uint8Array>;
};
