import { advance } from '../../contract/kit.ts';
import { infoSteps } from '../../contract/referralSteps.ts';
import { refuse } from '../../contract/refusal.ts';
import type { ReferralInfo } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Input } from './input.ts';
import { after, limitsOf } from './limits.ts';
import { noteStep, tellChanged } from './move.ts';
import { myOffer } from './offers.ts';
import { type By, type Case, hold, sends } from './relations.ts';
import { remindDesk } from './ring.ts';

const told = async (ctx: Ctx, row: Case, verb: string): Promise<Case> => {
  await noteStep(ctx, row, { verb });
  tellChanged(ctx, row);
  return row;
};

/** 补资料: a question beside the referral; asking does not stop one's own clock. */
export const askInfo = async (ctx: Ctx, { id, question }: Input<'askInfo'>): Promise<Case> => {
  const { row, by } = await hold(ctx, id);
  const hospitalId = myOffer(ctx, row)?.hospitalId;
  if (!(by.has('receiver') || by.has('receiverDesk')) || !hospitalId)
    return refuse('forbidden', 'info.notYours', 'Only a hospital that was asked can ask back');
  if (row.endedAt) refuse('conflict', 'info.over', 'The referral has ended');
  const dueAt = after(ctx.now, limitsOf(row).info);
  const info = await ctx.db.referralInfo.create({
    data: { referralId: id, hospitalId, question, askedById: ctx.actor.id, askedAt: ctx.now, dueAt },
  });
  await ctx.alarm({ action: 'referrals.remindInfo', subjectId: info.id, dueAt, input: { id: info.id } });
  await remindDesk(ctx, row, row.fromHospitalId);
  return told(ctx, row, 'askInfo');
};

const infoOf = async ({ db }: Ctx, row: Case, infoId: string): Promise<ReferralInfo> =>
  (await db.referralInfo.findFirst({ where: { id: infoId, referralId: row.id } })) ??
  refuse('notFound', 'info', 'There is no such question');

const side = (ctx: Ctx, by: By, info: ReferralInfo): ReadonlySet<'asker' | 'asked'> => {
  const own = ctx.actor.memberships.some(({ hospitalId }) => hospitalId === info.hospitalId);
  return new Set([...(own ? (['asker'] as const) : []), ...(sends(by) ? (['asked'] as const) : [])]);
};

export const answerInfo = async (ctx: Ctx, { id, infoId, answer }: Input<'answerInfo'>): Promise<Case> => {
  const { row, by } = await hold(ctx, id);
  const info = await infoOf(ctx, row, infoId);
  const status = advance(infoSteps, { verb: 'answer', from: info.status, relations: side(ctx, by, info) });
  await ctx.db.referralInfo.update({
    where: { id: infoId },
    data: { status, answer, answeredById: ctx.actor.id, answeredAt: ctx.now },
  });
  return told(ctx, row, 'answerInfo');
};

export const withdrawInfo = async (ctx: Ctx, { id, infoId }: Input<'withdrawInfo'>): Promise<Case> => {
  const { row, by } = await hold(ctx, id);
  const info = await infoOf(ctx, row, infoId);
  const status = advance(infoSteps, { verb: 'withdraw', from: info.status, relations: side(ctx, by, info) });
  await ctx.db.referralInfo.update({ where: { id: infoId }, data: { status, answeredAt: ctx.now } });
  return told(ctx, row, 'withdrawInfo');
};
