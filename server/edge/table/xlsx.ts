import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import excel from 'exceljs';
import { type Column, localFace, type Table, type Value } from './columns.ts';

/** Rows under the heading; a sheet of the format ends at 1 048 576. */
const MOST = 1_000_000;
/** More than a page of rows becomes when packed, so that a slow reader holds up the reading and not the memory. */
const WAITING = 1 << 20;

type Book = excel.stream.xlsx.WorkbookWriter;

interface Contents<T> extends Table<T> {
  /** Name of the sheet. */
  title: string;
  /** On a sheet of their own: what the rows are, line by line. */
  notes?: { title: string; lines: readonly (readonly [name: string, text: string])[] };
}

const cellOf = (value: Value): Value => (value instanceof Date ? localFace(value) : value);

const addSheet = <T>(book: Book, name: string, columns: readonly Column<T>[]) => {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, width, format }) => ({
    header,
    width,
    ...(format && { style: { numFmt: format } }),
  }));
  return sheet;
};

const writeRows = async <T>(book: Book, out: PassThrough, { columns, pages, title }: Contents<T>): Promise<void> => {
  let sheet = addSheet(book, title, columns);
  let [written, sheets] = [0, 1];
  for await (const rows of pages) {
    for (const row of rows) {
      if (written === MOST * sheets) {
        sheet.commit();
        sheets += 1;
        sheet = addSheet(book, `${title} ${sheets}`, columns);
      }
      sheet.addRow(columns.map(({ of }) => cellOf(of(row)))).commit();
      written += 1;
    }
    if (out.destroyed) return;
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  }
  sheet.commit();
};

const writeNotes = (book: Book, { title, lines }: NonNullable<Contents<unknown>['notes']>): void => {
  const sheet = book.addWorksheet(title);
  sheet.columns = [{ width: 24 }, { width: 100, style: { alignment: { wrapText: true } } }];
  for (const line of lines) sheet.addRow([...line]).commit();
  sheet.commit();
};

/** A workbook, typed cell by cell, packed while it is written. */
export const xlsx = <T>(contents: Contents<T>): AsyncIterable<Uint8Array> => {
  const out = new PassThrough({ highWaterMark: WAITING });
  const book: Book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, zip: { zlib: { level: 1 } } });
  const write = async () => {
    await writeRows(book, out, contents);
    if (out.destroyed) return;
    if (contents.notes) writeNotes(book, contents.notes);
    await book.commit();
  };
  write().catch((error: unknown) => out.destroy(error as Error));
  return out;
};
