import type { Cipher } from '../db/cipher.ts';
import type { Tx } from '../db/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { fileCounts, filesOf } from '../records/attachments/ofCases.ts';
import { type EntryInput, type EntryPage, pastAt } from '../records/source.ts';

/** The cases that may be told of, and how each is named. */
export interface Told {
  ids: string[];
  place(id: string): Pick<Extract<EntryInput, { kind: 'opinion' }>, 'case' | 'number' | 'from' | 'to'>;
}

/** Pictures and files of each case. */
export const documentCounts = async (db: Tx, ids: string[]): Promise<(id: string) => number> => {
  const photos = await db.photo.groupBy({ by: ['consultId'], where: { consultId: { in: ids } }, _count: true });
  const files = await fileCounts(db, { kind: 'consult', ids });
  const pictures = new Map(photos.map(({ consultId, _count }) => [consultId, _count]));
  return (id) => (pictures.get(id) ?? 0) + (files.get(id) ?? 0);
};

const photoEntries = async ({ db }: Ctx, { ids, place }: Told, { after, limit }: EntryPage): Promise<EntryInput[]> => {
  const rows = await db.photo.findMany({
    where: { consultId: { in: ids }, ...pastAt('addedAt', after) },
    orderBy: [{ addedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: { id: true, consultId: true, addedAt: true, caption: true },
  });
  return rows.map(({ id, consultId, addedAt, caption }) => ({
    kind: 'document',
    id,
    at: addedAt.toISOString(),
    ...place(consultId),
    caption,
  }));
};

/** What was sent along: pictures by their caption, files by theirs or by their name. */
export const documentEntries = async (
  ctx: Ctx,
  cipher: Cipher,
  { told, page }: { told: Told; page: EntryPage },
): Promise<EntryInput[]> => {
  const files = await filesOf(ctx.db, { kind: 'consult', ids: told.ids }, page);
  const entries = files.map(
    ({ id, subjectId, keptAt, captionCipher, nameCipher }): EntryInput => ({
      kind: 'document',
      id,
      at: keptAt!.toISOString(),
      ...told.place(subjectId),
      caption: cipher.open(captionCipher) || cipher.open(nameCipher),
    }),
  );
  return [...(await photoEntries(ctx, told, page)), ...entries];
};
