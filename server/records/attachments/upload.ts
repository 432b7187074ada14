import type { z } from 'zod';
import { ATTACHMENT_MAX_BYTES, type attachments } from '../../../contract/attachments.ts';
import { Refusal, refuse } from '../../../contract/refusal.ts';
import type { Cipher } from '../../db/cipher.ts';
import type { Tx } from '../../db/client.ts';
import type { Attachment } from '../../db/generated/client.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { type AccessTo, subjectOf } from './access.ts';
import { tellChanged } from './changed.ts';
import { discard, type Files } from './files.ts';
import { inspect, typeOf } from './inspect.ts';

export interface Deps {
  /** Outside the transaction, for what a refusal leaves behind. */
  db: Tx;
  cipher: Cipher;
  files: Files;
  to: AccessTo;
}

export const EXPIRE = 'attachments.expire';
const DAY_MS = 86_400_000;
/** As many as a case can have; a study of more belongs into an archive. */
const MOST = 50;
/** Unfinished ones of one person: whoever fills the disk with claims is stopped here. */
const MOST_OPEN = 20;
/** From here on the type can be told, long before the last byte has come. */
const TELLING_BYTES = 4_100;

const gone = (): never => refuse('notFound', 'attachment.upload', 'There is no such upload of yours; begin again');

const roomFor = async ({ db, actor }: Ctx, subject: ReturnType<typeof subjectOf>): Promise<void> => {
  const open = await db.attachment.count({ where: { addedById: actor.id, keptAt: null } });
  if (open >= MOST_OPEN)
    refuse('tooMany', 'attachment.open', `At most ${MOST_OPEN} files can be on their way; finish or cancel some`);
  const where = { subjectKind: subject.kind, subjectId: subject.id, withdrawnAt: null };
  if ((await db.attachment.count({ where })) >= MOST) refuse('conflict', 'attachment.full', `A case takes at most ${MOST} files`);
};

export const begin =
  ({ cipher, files, to }: Deps) =>
  async (ctx: Ctx, { subject, kind, name, caption, bytes }: z.output<typeof attachments.begin.input>) => {
    await to.add(ctx, subject);
    if (bytes > ATTACHMENT_MAX_BYTES) {
      refuse('tooLarge', 'attachment.tooLarge', `A file may have at most ${ATTACHMENT_MAX_BYTES / 1_000_000} MB`);
    }
    await roomFor(ctx, subject);
    const expiresAt = new Date(ctx.now.getTime() + DAY_MS);
    const { id } = await ctx.db.attachment.create({
      data: {
        subjectKind: subject.kind,
        subjectId: subject.id,
        kind,
        addedById: ctx.actor.id,
        nameCipher: cipher.seal(name),
        captionCipher: cipher.seal(caption),
        bytes,
        beganAt: ctx.now,
      },
    });
    await files.make(id);
    await ctx.alarm({ action: EXPIRE, subjectId: id, dueAt: expiresAt, input: { id } });
    return { id, expiresAt: expiresAt.toISOString() };
  };

/** The actor's own upload; everybody else's does not exist. */
const own = async ({ db, actor }: Ctx, id: string): Promise<Attachment> => {
  const row = await db.attachment.findUnique({ where: { id } });
  return row?.addedById === actor.id ? row : gone();
};

/** Takes what `judging` refuses off the disk, after the refusal has rolled back everything else. */
const orDiscard = async <T>(ctx: Ctx, deps: Deps, { id, judging }: { id: string; judging: Promise<T> }): Promise<T> => {
  try {
    return await judging;
  } catch (error) {
    if (error instanceof Refusal) ctx.lastly(async () => void (await discard(deps, id)));
    throw error;
  }
};

/** Admits a piece: bytes of a kind that will be refused anyway are not asked for to the end. */
export const send =
  (deps: Deps) =>
  async (ctx: Ctx, { id }: { id: string }) => {
    const { keptAt } = await own(ctx, id);
    const arrived = await deps.files.sizeOf(id);
    if (keptAt || arrived === null) gone();
    else if (arrived >= TELLING_BYTES) await orDiscard(ctx, deps, { id, judging: typeOf(deps.files.pathOf(id)) });
    return {};
  };

const wholeAs = async (files: Files, id: string, sha256: string) => {
  if ((await files.seal(id)) !== sha256) refuse('invalid', 'attachment.hash', 'What arrived is not what was sent; send it again');
  return inspect(files.pathOf(id));
};

const keep = async (ctx: Ctx, deps: Deps, { row, sha256 }: { row: Attachment; sha256: string }): Promise<Attachment> => {
  const { id } = row;
  const mime = await orDiscard(ctx, deps, { id, judging: wholeAs(deps.files, id, sha256) });
  const subject = subjectOf(row);
  // Held only now: what was signed meanwhile was signed without this file.
  const { audience } = await deps.to.add(ctx, subject);
  const data = { mime, sha256: Buffer.from(sha256, 'hex'), keptAt: ctx.now };
  const { count } = await ctx.db.attachment.updateMany({ where: { id, keptAt: null }, data });
  if (count === 0) return own(ctx, id);
  await ctx.settle(id);
  await tellChanged(ctx, { subject, kind: row.kind, audience, what: 'added' });
  return own(ctx, id);
};

export const finish =
  (deps: Deps) =>
  async (ctx: Ctx, { id, sha256 }: { id: string; sha256: string }): Promise<Attachment> => {
    const row = await own(ctx, id);
    await deps.to.see(ctx, subjectOf(row));
    if (row.keptAt) return Buffer.from(row.sha256!).toString('hex') === sha256 ? row : gone();
    if ((await deps.files.sizeOf(id)) !== row.bytes) {
      refuse('conflict', 'attachment.unfinished', 'Not all of the file has arrived; go on sending it first');
    }
    return keep(ctx, deps, { row, sha256 });
  };

export const expire =
  ({ files }: Deps) =>
  async ({ db }: Ctx, { id }: { id: string }) => {
    // A file whose row is gone already was cut off between the two.
    if ((await discard({ db, files }, id)) === 'gone') await files.remove(id);
    return {};
  };
