import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry } from './order.ts';

interface Outbox extends DBSchema {
  /** In the order of keeping. */
  entries: { key: number; value: Entry };
}

let open: Promise<IDBPDatabase<Outbox>> | null = null;
/** Not among the drafts: those are dropped at sign-out, and what was pressed in a rescue is not. */
const database = () => {
  open ??= openDB<Outbox>('shanhai.outbox', 1, {
    upgrade: (db) => void db.createObjectStore('entries', { autoIncrement: true }),
  });
  return open;
};

/** Not on the disk yet, or never on a device that stores nothing (a private window): a rescue is sent all the same. */
let unstored: readonly Entry[] = [];

/** `strict`: on the disk before it is called kept, since a tablet may lose its power. */
const store = async (entry: Entry): Promise<void> => {
  const { store, done } = (await database()).transaction('entries', 'readwrite', { durability: 'strict' });
  await Promise.all([store.add(entry), done]);
  unstored = unstored.filter((one) => one !== entry);
};

export const keep = async (entry: Entry): Promise<void> => {
  unstored = [...unstored, entry];
  await store(entry).catch(() => undefined);
};

const stored = async (): Promise<Entry[]> => (await database()).getAll('entries');
/** What is kept for one person, in the order of pressing. */
export const keptOf = async (owner: string): Promise<Entry[]> => {
  const onDisk = await stored().catch(() => []);
  const inMemory = unstored.filter(({ id }) => !onDisk.some((entry) => entry.id === id));
  return [...onDisk, ...inMemory].filter((entry) => entry.owner === owner);
};

/** Puts something else in an entry's place, or takes it away. */
const replace = async (id: string, next: Entry | null): Promise<void> => {
  unstored = unstored.flatMap((entry) => (entry.id === id ? (next ?? []) : entry));
  const db = await database().catch(() => null);
  if (!db) return;
  const { store, done } = db.transaction('entries', 'readwrite');
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue())
    if (cursor.value.id === id) await (next ? cursor.update(next) : cursor.delete());
  await done;
};

export const drop = (id: string): Promise<void> => replace(id, null);
export const change = (entry: Entry): Promise<void> => replace(entry.id, entry);
