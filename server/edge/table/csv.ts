import { localFace, type Table, type Value } from './columns.ts';

/** Tells spreadsheets that the text is UTF-8. */
const BOM = '\uFEFF';

/** A spreadsheet takes a text that begins like this for a formula and runs it; an apostrophe makes it a text again. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const plain = (value: Value): string => {
  if (value === null) return '';
  if (value instanceof Date) return localFace(value).toISOString().slice(0, 16).replace('T', ' ');
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : harmless(value);
};

const cellOf = (value: Value): string => {
  const text = plain(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const line = (values: readonly Value[]): string => `${values.map(cellOf).join(',')}\r\n`;

/** RFC 4180, page by page. */
export const csv = async function* <T>({ columns, pages }: Table<T>): AsyncIterable<Uint8Array> {
  yield Buffer.from(BOM + line(columns.map(({ header }) => header)));
  for await (const rows of pages) yield Buffer.from(rows.map((row) => line(columns.map(({ of }) => of(row)))).join(''));
};
