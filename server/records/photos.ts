import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { PhotoView } from '../../contract/records.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Tx } from '../db/client.ts';
import type { Photo } from '../db/generated/client.ts';

const SIGNATURES = [
  { mime: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff]) },
  { mime: 'image/png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
];

/** The type a file is by its first bytes, whatever its name or header says; refuses anything but JPEG and PNG. */
export const pictureType = (content: Buffer): string =>
  SIGNATURES.find(({ bytes }) => content.subarray(0, bytes.length).equals(bytes))?.mime ??
  refuse('invalid', 'photo.type', 'Only JPEG and PNG pictures can be sent');

export const photoOf = ({ id, caption, bytes, addedAt }: Omit<Photo, 'content'>): z.input<typeof PhotoView> => ({
  id,
  caption,
  bytes,
  addedAt: addedAt.toISOString(),
});

type NewPhoto = Pick<Photo, 'consultId' | 'addedById' | 'caption' | 'addedAt'> & { content: Buffer<ArrayBuffer> };

export const keepPhoto = (db: Tx, photo: NewPhoto): Promise<Omit<Photo, 'content'>> =>
  db.photo.create({
    data: {
      ...photo,
      mime: pictureType(photo.content),
      bytes: photo.content.length,
      sha256: createHash('sha256').update(photo.content).digest(),
    },
    omit: { content: true },
  });

/** Photos by case, oldest first, without their content. */
export const photosOf = async (db: Tx, consultIds: readonly string[]): Promise<Omit<Photo, 'content'>[]> =>
  db.photo.findMany({
    where: { consultId: { in: [...consultIds] } },
    omit: { content: true },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  });
