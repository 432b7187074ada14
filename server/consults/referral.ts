import type { Sheet } from '../../contract/referralSheet.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Consult } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { load } from './relations.ts';

/** What a referral takes over from the consult it comes from; only the inviting side may. */
export const forReferral = async (ctx: Ctx, id: string): Promise<{ consult: Consult; sheet: Sheet }> => {
  const { row, by } = await load(ctx, id);
  if (!by.has('requester')) refuse('forbidden', 'referral.notYourConsult', 'Only the side that asked can refer the patient');
  const opinion = await ctx.db.opinion.findFirst({ where: { consultId: id }, orderBy: { version: 'desc' } });
  const { transferNote = '' } = (opinion?.body ?? {}) as { transferNote?: string };
  const sheet: Sheet = {
    ...(row.dxName && { dx: { name: row.dxName, ...(row.dxCode && { code: row.dxCode }) } }),
    ...(row.summary && { presentIllness: row.summary }),
    ...(row.auxResults && { results: row.auxResults }),
    ...(row.bed && { bed: row.bed }),
    ...(transferNote && { reasonNote: transferNote.slice(0, 500) }),
    callbackPhone: row.callbackPhone,
  };
  return { consult: row, sheet };
};
