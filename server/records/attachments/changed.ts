import type { AttachmentKind, AttachmentSubject } from '../../../contract/attachments.ts';
import type { Audience, Ctx } from '../../edge/ctx.ts';

interface Change {
  subject: AttachmentSubject;
  kind: AttachmentKind;
  audience: readonly Audience[];
  what: 'added' | 'withdrawn';
}

/** The subject's feature notes it in its own words; those who look at the subject fetch its files again. */
export const tellChanged = async (ctx: Ctx, { subject, kind, audience, what }: Change): Promise<void> => {
  await ctx.happened('attachments.changed', { subject, kind, what });
  for (const to of audience) ctx.tell(to, 'attachments.changed', subject);
};
