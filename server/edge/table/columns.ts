/** A moment in Asia/Shanghai, a number, or a text. */
export type Value = Date | number | string | null;

/** One column of a file that a spreadsheet opens. */
export interface Column<T> {
  header: string;
  /** In characters. */
  width: number;
  /** How a spreadsheet shows dates and numbers: `yyyy-mm-dd hh:mm`. */
  format?: string;
  of(row: T): Value;
}

const SHANGHAI_MS = 8 * 3_600_000;
/** The same clock face in UTC, which is what sheets and plain text know. */
export const localFace = (at: Date): Date => new Date(at.getTime() + SHANGHAI_MS);

export type TableFormat = 'csv' | 'xlsx';
export const MIME: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What is written: rows page by page, as they are read. */
export interface Table<T> {
  columns: readonly Column<T>[];
  pages: AsyncIterable<readonly T[]>;
}
