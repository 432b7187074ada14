import { z } from 'zod';
import { refuse } from '../../contract/refusal.ts';

/** Where a page ended: the instant it is ordered by and, among equals, the id. */
export interface Cursor {
  at: Date;
  id: string;
}

const Shape = z.tuple([z.coerce.number().int().min(0).max(8.64e15), z.uuid()]);

export const writeCursor = ({ at, id }: Cursor): string => Buffer.from(`${at.getTime()} ${id}`).toString('base64url');

/** Refuses `paging.after` when it is not one of ours. */
export const readCursor = (text: string): Cursor => {
  const parsed = Shape.safeParse(Buffer.from(text, 'base64url').toString('utf8').split(' '));
  if (!parsed.success) return refuse('invalid', 'paging.after', 'This is not a place in the list; begin again without it');
  const [at, id] = parsed.data;
  return { at: new Date(at), id };
};
