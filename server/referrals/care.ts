import { SummaryBody } from '../../contract/referrals.ts';
import { refuse } from '../../contract/refusal.ts';
import { useBed } from '../beds/index.ts';
import { personRefs } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import { contentHash } from '../records/signing.ts';
import type { Input } from './input.ts';
import { wayHomeOver } from './linked.ts';
import { move } from './move.ts';
import { type Case, take } from './relations.ts';

/** 确认接诊: how and where the patient was taken in. */
export const admit = async (ctx: Ctx, { id, way, department }: Input<'admit'>): Promise<Case> => {
  const { row, by } = await take(ctx, id);
  const set = { admittedAt: ctx.now, admissionWay: way, admissionWard: department ?? null };
  const moved = await move(ctx, { row, by }, { verb: 'admit', set });
  await useBed(ctx, id);
  return moved;
};

/** 出院: from here on the summary is owed within seven days. */
export const discharge = async (ctx: Ctx, { id, at }: Input<'discharge'>): Promise<Case> => {
  const { row, by } = await take(ctx, id);
  const dischargedAt = new Date(at);
  if (dischargedAt > ctx.now || (row.arrivedAt && dischargedAt < row.arrivedAt)) {
    refuse('invalid', 'discharge.at', 'The discharge lies between the arrival and now');
  }
  return move(ctx, { row, by }, { verb: 'discharge', set: { dischargedAt } });
};

/** Signed as an opinion is: what it says cannot change any more. */
export const returnSummary = async (ctx: Ctx, { id, summary }: Input<'returnSummary'>): Promise<Case> => {
  const { row, by } = await take(ctx, id);
  const body = SummaryBody.parse(summary);
  const moved = await move(ctx, { row, by }, { verb: 'returnSummary', set: { summaryAt: ctx.now } });
  const signer = (await personRefs(ctx.db, [ctx.actor.id])).get(ctx.actor.id)!;
  const { name: hospital } = await ctx.db.hospital.findUniqueOrThrow({ where: { id: row.toHospitalId ?? row.fromHospitalId } });
  const signed = { referralId: id, body, signerId: signer.id, signerName: signer.name, signerTitle: signer.title, hospital };
  const hash = contentHash({ ...signed, signedAt: ctx.now.toISOString() });
  await ctx.db.referralSummary.create({ data: { ...signed, signedAt: ctx.now, hash } });
  return moved;
};

/** 闭环: the patient is known to be home, and the local side says so. */
export const confirm = async (ctx: Ctx, { id, note }: Input<'confirm'>): Promise<Case> =>
  move(ctx, await take(ctx, id), { verb: 'confirm', note });

export const followUp = async (ctx: Ctx, { id, note }: Input<'followUp'>): Promise<Case> =>
  move(ctx, await take(ctx, id), { verb: 'followUp', note });

/** The county closes the way home, and with it the 上转 that it led home. */
export const close = async (ctx: Ctx, { id, note }: Input<'close'>): Promise<Case> => {
  const moved = await move(ctx, await take(ctx, id), { verb: 'close', note });
  await wayHomeOver(ctx, moved);
  return moved;
};
