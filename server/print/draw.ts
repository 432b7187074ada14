import { create } from 'qrcode';
import { weightOf } from './fonts.ts';
import type { Laid, Placed, Strip } from './layout.ts';
import type { Page } from './page.ts';
import { fill, frame } from './text.ts';

export type Pdf = PDFKit.PDFDocument;

/** Points. A4 with half an inch at the sides. */
export const A4 = { width: 595.28, height: 841.89 } as const;
const EDGE = { left: 36, top: 30, bottom: 26 } as const;
export const WIDTH = A4.width - 2 * EDGE.left;
const HEAD = 48;
const SIGN = 36;
const FOOT = 42;
export const ROOM = A4.height - EDGE.top - EDGE.bottom - HEAD - SIGN - FOOT;

/** Left of the title: a longer name of a hospital is cut, and stands whole in its cell. */
const CORNER = 190;

const HAIR = 0.5;
const GREY = '#f2f2f2';

interface Line {
  x: number;
  y: number;
  size: number;
  bold?: boolean;
  width?: number;
  align?: 'left' | 'center' | 'right';
}

const write = (pdf: Pdf, text: string, { x, y, size, bold = false, width = WIDTH, align = 'left' }: Line): void => {
  pdf.font(weightOf(bold), size).fillColor('black').text(text, x, y, { width, align, lineBreak: false });
};

/** The number as a QR code, drawn as squares: sharp at any resolution. */
const qr = (pdf: Pdf, text: string, { x, y, side }: { x: number; y: number; side: number }): void => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const unit = side / modules.size;
  for (let n = 0; n < modules.data.length; n++) {
    if (modules.data[n]) pdf.rect(x + (n % modules.size) * unit, y + Math.floor(n / modules.size) * unit, unit, unit);
  }
  pdf.fill('black');
};

/** Of the pages printed together, which one this is. */
interface Place {
  n: number;
  of: number;
}

const head = (pdf: Pdf, page: Page, place: Place): void => {
  const [x, y] = [EDGE.left, EDGE.top];
  for (const [n, text] of page.corner.entries()) {
    pdf.font(weightOf(false), 8.5).fillColor('black');
    pdf.text(text, x, y + n * 13, { width: CORNER, height: 12, ellipsis: '…' });
  }
  write(pdf, fill(frame.page, { ...place }), { x, y: y + 26, size: 8.5 });
  write(pdf, page.title, { x, y: y - 4, size: 18, bold: true, align: 'center' });
  write(pdf, page.kind, { x, y: y + 24, size: 11, bold: true, align: 'center' });
  const right = { x, width: WIDTH - 54, size: 8.5, align: 'right' } as const;
  write(pdf, fill(frame.no, { no: page.no }), { ...right, y });
  write(pdf, page.state, { ...right, y: y + 13 });
  qr(pdf, page.no, { x: EDGE.left + WIDTH - 46, y: y - 2, side: 46 });
};

const drawCell = (pdf: Pdf, { cell, x, label, width, lines }: Placed, at: { y: number; height: number } & Laid): void => {
  const [left, top] = [EDGE.left + x, at.y + at.pad];
  pdf.rect(left, at.y, label, at.height).fill(GREY);
  pdf.lineWidth(HAIR).rect(left, at.y, width, at.height).stroke('#555');
  write(pdf, cell.label, { x: left + 3, y: top, size: at.size, width: label });
  for (const [n, line] of lines.entries()) {
    write(pdf, line, { x: left + label + 4, y: top + n * at.step, size: at.size, bold: cell.bold ?? false, width });
  }
};

const drawStrip = (pdf: Pdf, strip: Strip, at: { y: number } & Laid): void => {
  if ('heading' in strip) {
    write(pdf, strip.heading, { x: EDGE.left, y: at.y + at.size / 4, size: at.size + 0.5, bold: true });
    return;
  }
  for (const each of strip.cells) drawCell(pdf, each, { ...at, height: strip.height });
};

/** To be signed by hand: the paper travels where no screen does. */
const signatures = (pdf: Pdf, boxes: readonly string[], y: number): void => {
  const width = WIDTH / boxes.length;
  for (const [n, label] of boxes.entries()) {
    const x = EDGE.left + n * width;
    pdf.lineWidth(HAIR).rect(x, y, width, SIGN).stroke('#555');
    write(pdf, label, { x: x + 4, y: y + 2, size: 8, width });
  }
};

const foot = (pdf: Pdf, lines: readonly string[]): void => {
  const y = A4.height - EDGE.bottom - FOOT + 6;
  for (const [n, text] of lines.entries()) write(pdf, text, { x: EDGE.left, y: y + n * 11.5, size: 7.5 });
};

/** Draws one page, whole. */
export const draw = (pdf: Pdf, page: Page, { laid, place, footer }: { laid: Laid; place: Place; footer: string[] }): void => {
  pdf.addPage({ size: 'A4', margin: 0 });
  head(pdf, page, place);
  let y: number = EDGE.top + HEAD;
  for (const strip of laid.strips) {
    drawStrip(pdf, strip, { ...laid, y });
    y += strip.height;
  }
  signatures(pdf, page.signs, y + 4);
  foot(pdf, footer);
};
