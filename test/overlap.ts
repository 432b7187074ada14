import pg from 'pg';
import type { TestHouse } from './support.ts';

/** How many sessions wait for a lock now. */
export const waiting = async ({ db }: TestHouse): Promise<number> => {
  const [{ n }] = await db.$queryRaw<[{ n: number }]>`
    SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return n;
};

/** A row that all the deeds want. */
interface Row {
  table: 'consult' | 'bed' | 'task' | 'referral' | 'emergency_case';
  id: string;
}

/** Keeps everybody else from writing the row, until the returned function is called. */
export const holdRow = async (h: TestHouse, { table, id }: Row): Promise<() => Promise<void>> => {
  const holder = new pg.Client(h.app.house.db.connection);
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(`SELECT id FROM ${table} WHERE id = $1 FOR UPDATE`, [id]);
  return async () => {
    await holder.query('COMMIT');
    await holder.end();
  };
};

/**
 * Runs the deeds so that each has read the row before any has written it: the row is held until all of them wait
 * for a lock, which deeds that come one after the other never do. A bare id is a consult's.
 */
export const atOnce = async <T>(
  h: TestHouse,
  row: Row | string,
  deeds: readonly (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> => {
  const release = await holdRow(h, typeof row === 'string' ? { table: 'consult', id: row } : row);
  let over = false;
  const replies = Promise.allSettled(deeds.map((deed) => deed())).finally(() => {
    over = true;
  });
  while (!over && (await waiting(h)) < deeds.length) await new Promise((soon) => setImmediate(soon));
  await release();
  if (over) throw new Error('The deeds did not meet: nothing waited for the row');
  return replies;
};

/** Outcomes of `atOnce`: reasons of the refused, `ok` for the rest. */
export const outcomes = (replies: readonly PromiseSettledResult<unknown>[]): string[] =>
  replies.map((reply) => (reply.status === 'fulfilled' ? 'ok' : (reply.reason as { reason: string }).reason)).sort();
