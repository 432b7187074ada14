import type { AttachmentView } from '../../../contract/attachments.ts';
import { AttachmentMime } from '../../../contract/attachments.ts';
import type { Cipher } from '../../db/cipher.ts';
import type { Attachment } from '../../db/generated/client.ts';
import { personRefs } from '../../directory/refs.ts';
import type { Ctx } from '../../edge/ctx.ts';

/** A wrong file is taken back at once or never: others may have read it since. */
const WITHDRAWABLE_MS = 15 * 60_000;

/** Until when this reader may take it back. */
export const withdrawableUntil = ({ actor, now }: Ctx, { addedById, keptAt }: Attachment): Date | null => {
  const until = new Date((keptAt?.getTime() ?? 0) + WITHDRAWABLE_MS);
  return addedById === actor.id && until > now ? until : null;
};

/** Finished attachments as this reader may see them. */
export const viewsOf = async (ctx: Ctx, cipher: Cipher, rows: readonly Attachment[]): Promise<AttachmentView[]> => {
  const people = await personRefs(
    ctx.db,
    rows.map(({ addedById }) => addedById),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: cipher.open(row.nameCipher),
    caption: cipher.open(row.captionCipher),
    mime: AttachmentMime.parse(row.mime),
    bytes: row.bytes,
    sha256: Buffer.from(row.sha256!).toString('hex'),
    addedBy: people.get(row.addedById)!,
    addedAt: row.keptAt!.toISOString(),
    withdrawableUntil: withdrawableUntil(ctx, row)?.toISOString() ?? null,
  }));
};
