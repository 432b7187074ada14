import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import excel from 'exceljs';
import type { ReferralCaseRow } from '../../../contract/referralStats.ts';
import { COLUMNS, localFace, type Value } from './columns.ts';
import type { Say } from './words.ts';

/** Rows under the heading; a sheet of the format ends at 1 048 576. */
const MOST = 1_000_000;
/** More than a page of rows becomes when packed, so that a slow reader holds up the reading and not the memory. */
const WAITING = 1 << 20;
const FORMATS: Record<string, string> = { at: 'yyyy-mm-dd hh:mm', minutes: '0.0' };

type Book = excel.stream.xlsx.WorkbookWriter;
type Pages = AsyncIterable<readonly ReferralCaseRow[]>;

export interface Definition {
  name: string;
  text: string;
}

const cellOf = (value: Value): Value => (value instanceof Date ? localFace(value) : value);

const addSheet = (book: Book, name: string, say: Say) => {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = COLUMNS.map(({ key, width }) => ({
    header: say(`export.${key}`),
    key,
    width,
    ...(FORMATS[key] && { style: { numFmt: FORMATS[key] } }),
  }));
  return sheet;
};

const writeCases = async (book: Book, out: PassThrough, { pages, say }: { pages: Pages; say: Say }): Promise<void> => {
  const title = say('export.sheet');
  let sheet = addSheet(book, title, say);
  let [written, sheets] = [0, 1];
  for await (const rows of pages) {
    for (const row of rows) {
      if (written === MOST * sheets) {
        sheet.commit();
        sheets += 1;
        sheet = addSheet(book, `${title} ${sheets}`, say);
      }
      sheet.addRow(COLUMNS.map(({ of }) => cellOf(of(row, say)))).commit();
      written += 1;
    }
    if (out.destroyed) return;
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  }
  sheet.commit();
};

const writeDefinitions = (book: Book, definitions: readonly Definition[], say: Say): void => {
  const sheet = book.addWorksheet(say('export.definitions'));
  sheet.columns = [{ width: 24 }, { width: 100, style: { alignment: { wrapText: true } } }];
  for (const { name, text } of definitions) sheet.addRow([name, text]).commit();
  sheet.commit();
};

interface Contents {
  pages: Pages;
  definitions: readonly Definition[];
  say: Say;
}

/** A workbook with the cases, typed cell by cell, and a sheet that says what they are; packed while it is written. */
export const xlsx = ({ pages, definitions, say }: Contents): AsyncIterable<Uint8Array> => {
  const out = new PassThrough({ highWaterMark: WAITING });
  const book: Book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, zip: { zlib: { level: 1 } } });
  const write = async () => {
    await writeCases(book, out, { pages, say });
    if (out.destroyed) return;
    writeDefinitions(book, definitions, say);
    await book.commit();
  };
  write().catch((error: unknown) => out.destroy(error as Error));
  return out;
};
