import { extendHold, holdOf, releaseHold } from '../beds/index.ts';
import type { Ctx } from '../edge/ctx.ts';
import { askAlso } from './decide.ts';
import { ends } from './end.ts';
import { after, closingFrom, limitsOf } from './limits.ts';
import { CLOCK, noteStep, replan, tellChanged, write } from './move.ts';
import { destinationsLeft } from './next.ts';
import { type Case, lock } from './relations.ts';
import { alarmDesk, remindDesk } from './ring.ts';

type ById = { id: string };
const waits = ({ status }: Case): boolean => status === 'submitted' || status === 'received';

/** What the clock has done is told to both sides and kept in the history. */
const noted = async (ctx: Ctx, row: Case, verb: string): Promise<Record<string, never>> => {
  await noteStep(ctx, row, { verb });
  tellChanged(ctx, row);
  return {};
};

/** 上转未受理 → 转诊中心接管; a 下转 that no doctor answered goes to the desk as well. */
export const takeOver = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (!row || !waits(row) || row.takenOver || !row.toHospitalId) return {};
  await ctx.settle(id);
  const next = await replan(ctx, { ...row, clockName: null }, { takenOver: true });
  await remindDesk(ctx, next, row.toHospitalId);
  return noted(ctx, next, 'takeOver');
};

/** 绿道 5 分钟无人接 → 同时问下一家. */
export const offerNext = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (!row || row.acceptedAt || row.lane !== 'green' || !(waits(row) || row.status === 'departed')) return {};
  const [next] = await destinationsLeft(ctx, row);
  if (!next) {
    await remindDesk(ctx, row, row.fromHospitalId);
    return noted(ctx, row, 'noneLeft');
  }
  await ctx.settle(id);
  await askAlso(ctx, { row, by: CLOCK }, next);
  return {};
};

/** Past its limit: a badge at the desk of whoever owes it. */
export const remind = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (!row?.ownerHospitalId || row.status === 'draft') return {};
  await remindDesk(ctx, row, row.ownerHospitalId);
  return noted(ctx, row, 'remind');
};

/** ETA + 30 min without arrival: both sides ring. */
export const overdue = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (row?.status !== 'departed') return {};
  await alarmDesk(ctx, row, row.fromHospitalId);
  if (row.toHospitalId) await alarmDesk(ctx, row, row.toHospitalId);
  return noted(ctx, row, 'overdue');
};

/** It will close by itself: both sides are told a day before. */
export const announce = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (!row || row.endedAt || row.closesAt) return {};
  const next = await write(ctx, row, { closesAt: after(closingFrom(row), limitsOf(row).autoClose) });
  await remindDesk(ctx, next, row.fromHospitalId);
  if (row.toHospitalId && row.submittedAt) await remindDesk(ctx, next, row.toHospitalId);
  return noted(ctx, next, 'announce');
};

/** 超期关闭; a departed one is never closed by the clock, for the table knows no such way. */
export const expire = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (!row || row.endedAt || !row.closesAt || row.closesAt > ctx.now) return {};
  await ctx.settle(id);
  await ends(ctx, { row, by: CLOCK }, { verb: 'expire' });
  return {};
};

/** 床位保留到 ETA + 2 h; 在途不放. */
export const releaseBed = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  const hold = row && (await holdOf(ctx.db, id));
  if (!row || hold?.status !== 'held') return {};
  const until = row.status === 'departed' ? after(ctx.now, limitsOf(row).overdueArrival) : hold.until;
  if (until > ctx.now) {
    await extendHold(ctx, { referralId: id, until });
    await ctx.alarm({ action: 'referrals.releaseBed', subjectId: hold.id, dueAt: until, input: { id } });
    return {};
  }
  await releaseHold(ctx, id);
  return noted(ctx, row, 'releaseBed');
};

/** 补录到期. */
export const remindPapers = async (ctx: Ctx, { id }: ById) => {
  const row = await lock(ctx, id);
  if (row?.backfillStatus !== 'owed' || row.endedAt) return {};
  await remindDesk(ctx, row, row.fromHospitalId);
  return noted(ctx, row, 'remindPapers');
};

/** A question that nobody has answered. */
export const remindInfo = async (ctx: Ctx, { id }: ById) => {
  const info = await ctx.db.referralInfo.findUnique({ where: { id } });
  const row = info?.status === 'open' ? await lock(ctx, info.referralId) : null;
  if (!row || row.endedAt) return {};
  await remindDesk(ctx, row, row.fromHospitalId);
  return noted(ctx, row, 'remindInfo');
};
