import type { AttachmentSubject } from '../../../contract/attachments.ts';
import { refuse } from '../../../contract/refusal.ts';
import type { Audience, Ctx } from '../../edge/ctx.ts';

/** How the actor stands to what a file belongs to, and who is told when its files change. */
export interface Standing {
  mayAdd: boolean;
  audience: readonly Audience[];
}

/**
 * Given by the feature that keeps the subject. Refuses `notFound` to whoever has no relation to it, and says `ctx.saw`.
 * `hold`: nobody moves the subject until the transaction is over.
 */
export type Access = (ctx: Ctx, id: string, how: 'see' | 'hold') => Promise<Standing>;
/** A kind whose feature is not in the house is nothing to anybody. */
export type AccessByKind = Partial<Record<AttachmentSubject['kind'], Access>>;

/** What a row says of its subject, as `begin` checked it. */
export const subjectOf = (row: { subjectKind: string; subjectId: string }): AttachmentSubject => ({
  kind: row.subjectKind as AttachmentSubject['kind'],
  id: row.subjectId,
});

export const accessTo = (access: AccessByKind) => ({
  see: async (ctx: Ctx, { kind, id }: AttachmentSubject): Promise<Standing> =>
    (await access[kind]?.(ctx, id, 'see')) ?? refuse('notFound', 'attachment.subject', 'There is no such case among yours'),
  add: async (ctx: Ctx, { kind, id }: AttachmentSubject): Promise<Standing> => {
    const standing =
      (await access[kind]?.(ctx, id, 'hold')) ?? refuse('notFound', 'attachment.subject', 'There is no such case among yours');
    if (!standing.mayAdd)
      refuse('forbidden', 'attachment.mayNotAdd', 'Nothing can be added: the case is over, or not yours to add to');
    return standing;
  },
});
export type AccessTo = ReturnType<typeof accessTo>;
