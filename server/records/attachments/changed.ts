import type { AttachmentSubject } from '../../../contract/attachments.ts';
import type { Audience, Ctx } from '../../edge/ctx.ts';

interface Change {
  subject: AttachmentSubject;
  audience: readonly Audience[];
  what: 'added' | 'withdrawn';
}

/** The subject's feature notes it in its own words; those who look at the subject fetch its files again. */
export const tellChanged = async (ctx: Ctx, { subject, audience, what }: Change): Promise<void> => {
  await ctx.happened('attachments.changed', { subject, what });
  for (const to of audience) ctx.tell(to, 'attachments.changed', subject);
};
