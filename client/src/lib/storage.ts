import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { current, onSession } from './session.ts';

interface Draft {
  savedAt: number;
  value: unknown;
}
interface Kept extends DBSchema {
  drafts: { key: [owner: string, name: string]; value: Draft };
}

let open: Promise<IDBPDatabase<Kept>> | null = null;
const database = () => {
  open ??= openDB<Kept>('shanhai', 1, { upgrade: (db) => void db.createObjectStore('drafts') });
  return open;
};

const owner = (): string => {
  const session = current();
  return session.status === 'in' ? session.me.id : '';
};

/**
 * Keeps what a person has typed and not sent, on this device only; answers when (device ms).
 * `name` says which form, for instance `consults.new`; blobs (a photo) may be inside `value`. After a sign-out nothing is
 * kept: a page that closes then still has its last words to save.
 */
export const keepDraft = async (name: string, value: unknown, savedAt = Date.now()): Promise<number> => {
  if (current().status === 'in') await (await database()).put('drafts', { savedAt, value }, [owner(), name]);
  return savedAt;
};

export const readDraft = async <T>(name: string): Promise<{ savedAt: number; value: T } | null> => {
  const draft = await (await database()).get('drafts', [owner(), name]);
  return draft ? { savedAt: draft.savedAt, value: draft.value as T } : null;
};

export const dropDraft = async (name: string): Promise<void> => (await database()).delete('drafts', [owner(), name]);

/** At sign-out: drafts may hold patient text. */
export const dropDrafts = async (): Promise<void> => (await database()).clear('drafts');

const dropOthers = async (): Promise<void> => {
  const db = await database();
  const others = (await db.getAllKeys('drafts')).filter(([whose]) => whose !== owner());
  await Promise.all(others.map((key) => db.delete('drafts', key)));
};

/** A session that ran out keeps its drafts for the same person; whoever else signs in on this device finds none. */
export const keepDraftsPrivate = (): (() => void) =>
  onSession(() => {
    if (current().status === 'in') void dropOthers();
  });
