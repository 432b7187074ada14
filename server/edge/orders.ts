import type { Cursor } from './cursor.ts';

/** Stands for "no clock": after every limit there can be. */
const NEVER = new Date(8.64e15);

/** Least time left first, what has no clock last; for rows with `clockDueAt` and `id`. */
export const byTimeLeft = {
  orderBy: [{ clockDueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }] as [
    { clockDueAt: { sort: 'asc'; nulls: 'last' } },
    { id: 'asc' },
  ],
  past: ({ at, id }: Cursor) =>
    at.getTime() === NEVER.getTime()
      ? { clockDueAt: null, id: { gt: id } }
      : { OR: [{ clockDueAt: { gt: at } }, { clockDueAt: at, id: { gt: id } }, { clockDueAt: null }] },
  at: ({ clockDueAt }: { clockDueAt: Date | null }): Date => clockDueAt ?? NEVER,
};

/** Newest first by an instant that every row has. */
export const newestBy = <const K extends string>(column: K) => ({
  orderBy: [{ [column]: 'desc' }, { id: 'desc' }] as [Record<K, 'desc'>, { id: 'desc' }],
  past: ({ at, id }: Cursor) => ({ OR: [{ [column]: { lt: at } }, { [column]: at, id: { lt: id } }] }),
  at: (row: Record<K, Date>): Date => row[column],
});
