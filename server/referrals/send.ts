import { lacking, Outside } from '../../contract/referralSheet.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Ctx } from '../edge/ctx.ts';
import { type Goal, goalOf } from './destinations.ts';
import type { Input } from './input.ts';
import { after, type Limits, limitsNow } from './limits.ts';
import { offerSent } from './linked.ts';
import { type Change, move, write } from './move.ts';
import { offerTo } from './offers.ts';
import { type Case, type Held, take } from './relations.ts';
import { ringAsked } from './ring.ts';
import { refuseGaps, refuseImpossible, sheetOf } from './sheet.ts';

/** Where the draft says it goes; the agreement is asked again, since a draft may lie for weeks. */
const chosen = async (ctx: Ctx, row: Case): Promise<Goal> => {
  if (row.toDepartmentId) return goalOf(ctx, row, { departmentId: row.toDepartmentId });
  const outside = Outside.nullable().parse(row.outside);
  if (!outside) return refuse('invalid', 'referral.noDestination', 'Choose where the patient goes before sending');
  return goalOf(ctx, row, { outside });
};

/** Green lane: what has not been written yet follows within the day. */
const papers = (cipher: Cipher, row: Case, limits: Limits, now: Date): Change =>
  limits.backfill !== null && lacking({ direction: row.direction, lane: row.lane, sheet: sheetOf(cipher, row) }).length > 0
    ? { backfillStatus: 'owed', backfillDueAt: after(now, limits.backfill) }
    : {};

/** Asks the hospital that was chosen: from here on the other side sees it. */
const dispatch = async (
  ctx: Ctx,
  { row, by }: Held,
  { verb, goal, note }: { verb: 'send' | 'approve'; goal: Goal; note?: string | undefined },
): Promise<Case> => {
  await offerTo(ctx, row, goal);
  const next = await move(ctx, { row, by }, { verb, note, set: { submittedAt: ctx.now } });
  await ringAsked(ctx, next, goal);
  return next;
};

/** Elective: to one's own 医务科. Green lane and 下转: to the other side at once. */
export const submit =
  (cipher: Cipher) =>
  async (ctx: Ctx, { id, version }: Input<'submit'>): Promise<Case> => {
    const { row, by } = await take(ctx, id);
    if (row.version !== version) refuse('conflict', 'referral.moved', 'Somebody else has just changed this referral; look again');
    const sheet = sheetOf(cipher, row);
    refuseGaps(row, sheet);
    await refuseImpossible(ctx, sheet);
    const goal = await chosen(ctx, row);
    const limits = await limitsNow(ctx, row, goal.agreement);
    const elective = row.lane === 'elective' && row.direction !== 'down';
    const ready = await write(ctx, row, { limits: { ...limits }, ...(elective ? {} : papers(cipher, row, limits, ctx.now)) });
    if (elective) return move(ctx, { row: ready, by }, { verb: 'submit' });
    const sent = await dispatch(ctx, { row: ready, by }, { verb: 'send', goal });
    if (sent.originId) await offerSent(ctx, sent.originId);
    return sent;
  };

/** 医务科 lets it go to the other hospital. */
export const approve = async (ctx: Ctx, { id, note }: Input<'approve'>): Promise<Case> => {
  const held = await take(ctx, id);
  return dispatch(ctx, held, { verb: 'approve', goal: await chosen(ctx, held.row), note });
};

export const sendBack = async (ctx: Ctx, { id, note }: Input<'sendBack'>): Promise<Case> =>
  move(ctx, await take(ctx, id), { verb: 'sendBack', note, set: { note } });
