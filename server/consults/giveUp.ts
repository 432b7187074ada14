import type { z } from 'zod';
import type { ConsultVerb } from '../../contract/consults.ts';
import type { DeclineReason } from '../../contract/paging.ts';
import { refuse } from '../../contract/refusal.ts';
import { type Consult, Prisma } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { stopRinging } from '../paging/pages.ts';
import { withdrawTasks } from '../tasks/index.ts';
import { type Change, move } from './move.ts';
import { load } from './relations.ts';
import { sending } from './request.ts';
import { ringEverybody, ringFrom, subjectOf } from './ring.ts';

/** Nothing rings, nobody sits in the room any more, and nothing is owed about it. */
export const silence = async (ctx: Ctx, row: Consult): Promise<void> => {
  await stopRinging(ctx, subjectOf(row));
  await withdrawTasks(ctx, { kind: 'consult', id: row.id });
  await ctx.happened('calls.over', { call: { kind: 'consult', id: row.id } });
};

const end = async (ctx: Ctx, id: string, { verb, set }: { verb: ConsultVerb; set: Change }): Promise<Consult> => {
  const { row, by } = await load(ctx, id);
  const next = await move(ctx, row, { verb, by, set });
  await silence(ctx, next);
  return next;
};

interface Decline {
  id: string;
  reason: z.output<typeof DeclineReason>;
  note?: string | undefined;
}

export const decline = async (ctx: Ctx, { id, reason, note }: Decline): Promise<Consult> => {
  const { row } = await load(ctx, id);
  if (row.urgency === 'stat' && reason === 'missingData') {
    refuse('invalid', 'decline.statMissingData', 'Missing data is no reason to decline a STAT: answer and ask, or pass it on');
  }
  return end(ctx, id, { verb: 'decline', set: { declineReason: reason, note: note ?? null } });
};

export const cancel = (ctx: Ctx, { id, note }: { id: string; note: string }): Promise<Consult> =>
  end(ctx, id, { verb: 'cancel', set: { note } });

/** Back to the requester for more data. */
export const sendBack = async (ctx: Ctx, { id, note }: { id: string; note: string }): Promise<Consult> => {
  const { row } = await load(ctx, id);
  if (row.urgency === 'stat') {
    refuse('conflict', 'sendBack.stat', 'A STAT is never sent back: answer it, and ask for what is missing');
  }
  return end(ctx, id, { verb: 'sendBack', set: { note } });
};

/** Sent again: the time in between was the requester's, so the clocks start anew; the first sending stays in the history. */
export const resend = async (ctx: Ctx, { id }: { id: string }): Promise<Consult> => {
  const { row, by } = await load(ctx, id);
  const next = await move(ctx, row, { verb: 'resend', by, set: { ...(await sending(ctx, row.urgency)), note: null } });
  await ringFrom(ctx, next, 0);
  return next;
};

/** The consultant gives the case back: everybody else is rung at once. */
export const release = async (ctx: Ctx, { id }: { id: string }): Promise<Consult> => {
  const { row, by } = await load(ctx, id);
  const next = await move(ctx, row, { verb: 'release', by, set: { consultantId: null, acceptedAt: null } });
  await ringEverybody(ctx, next, { exceptId: ctx.actor.id });
  return next;
};

/**
 * Somebody else is needed: both lines and the desk are rung at once, but for whoever had the case. Those in the room stay,
 * and the first response stays what it was.
 */
export const handOver = async (ctx: Ctx, { id, note }: { id: string; note: string }): Promise<Consult> => {
  const { row, by } = await load(ctx, id);
  const set = { consultantId: null, acceptedAt: null, opinionDraft: Prisma.DbNull, note };
  const next = await move(ctx, row, { verb: 'handOver', by, set });
  await ringEverybody(ctx, next, { exceptId: row.consultantId ?? undefined });
  return next;
};
