import { APART, type Center, type NodeCode } from '../../contract/emergencyNodes.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { EmergencyCase } from '../db/generated/client.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import { ringingPages, settle, stopRinging } from '../paging/pages.ts';
import { identify as identifyPatient } from '../records/patients.ts';
import { callTeam, ESCALATE } from './call.ts';
import type { Input } from './input.ts';
import { move, noteStep, subjectOf, tellChanged, write } from './move.ts';
import { type Held, hold, lock } from './relations.ts';
import { rulesFor } from './rules.ts';
import { stampBy } from './stamp.ts';

/** What the partner's answer is in itself. */
const ANSWERED: Partial<Record<Center, NodeCode>> = { maternal: 'REMOTE_CALL' };

/** Deadlines before the row, as the clock takes them. */
const take = async (ctx: Ctx, id: string): Promise<Held> => {
  await ctx.settle(id);
  return hold(ctx, id);
};

const ownPages = async (ctx: Ctx, row: EmergencyCase) => {
  const desks = holding(ctx.actor, 'coordinator').map(({ hospitalId }) => hospitalId);
  const pages = await ringingPages(ctx, subjectOf(row));
  return pages.filter(({ personId, deskId }) => personId === ctx.actor.id || (deskId !== null && desks.includes(deskId)));
};

/** 我来: one's own ring stops, and one's side is rung no further; the others of the team go on being called. */
export const answer = async (ctx: Ctx, { id }: Input<'answer'>): Promise<EmergencyCase> => {
  const { row, by } = await hold(ctx, id);
  for (const page of await ownPages(ctx, row)) await settle(ctx, page, { status: 'answered' });
  const node = by.has('partner') ? ANSWERED[row.center] : undefined;
  if (node) await stampBy(ctx, row, { node, at: ctx.now });
  return move(ctx, { row, by }, { verb: 'answer' });
};

const over = async (ctx: Ctx, row: EmergencyCase): Promise<EmergencyCase> => {
  await stopRinging(ctx, subjectOf(row));
  await ctx.happened('calls.over', { call: { kind: 'emergency', id: row.id } });
  return row;
};

/** 误报解除: counts in no figure. */
export const standDown = async (ctx: Ctx, { id, note }: Input<'standDown'>): Promise<EmergencyCase> =>
  over(ctx, await move(ctx, await take(ctx, id), { verb: 'standDown', note, set: { endedAt: ctx.now, note: note ?? null } }));

export const close = async (ctx: Ctx, { id, outcome, note }: Input<'close'>): Promise<EmergencyCase> =>
  over(
    ctx,
    await move(ctx, await take(ctx, id), { verb: 'close', note, set: { endedAt: ctx.now, outcome, note: note ?? null } }),
  );

export const reopen = async (ctx: Ctx, { id, note }: Input<'reopen'>): Promise<EmergencyCase> =>
  move(ctx, await hold(ctx, id), {
    verb: 'reopen',
    note,
    set: { endedAt: null, outcome: null, reviewedAt: null, reviewedById: null },
  });

export const review = async (ctx: Ctx, { id, note }: Input<'review'>): Promise<EmergencyCase> =>
  move(ctx, await hold(ctx, id), {
    verb: 'review',
    set: { reviewedById: ctx.actor.id, reviewedAt: ctx.now, reviewNote: note },
  });

export const classify = async (ctx: Ctx, { id, flags }: Input<'classify'>): Promise<EmergencyCase> => {
  const { row } = await hold(ctx, id);
  const known = (await rulesFor(ctx.db, [row]))(row).flags;
  const stray = flags.find((flag) => !known.includes(flag));
  if (stray) refuse('invalid', 'emergency.flag', 'This center knows no such finding');
  if (APART.some((both) => both.every((flag) => flags.includes(flag))))
    refuse('invalid', 'emergency.flagsApart', 'Only one of the two can be true');
  return write(ctx, row, { verb: 'classify', set: { flags: [...new Set(flags)] } });
};

export const identify =
  (cipher: Cipher) =>
  async (ctx: Ctx, { id, patient, bed }: Input<'identify'>): Promise<EmergencyCase> => {
    const { row } = await hold(ctx, id);
    const current = await ctx.db.patient.findUniqueOrThrow({ where: { id: row.patientId } });
    const patientId = patient ? await identifyPatient({ db: ctx.db, cipher }, current, patient) : row.patientId;
    return write(ctx, row, { verb: 'identify', set: { patientId, ...(bed !== undefined && { bed }) } });
  };

/** The next of the ring order, for each side that is still silent. */
export const escalate = async (ctx: Ctx, { id, step }: Input<'escalate'>) => {
  const row = await lock(ctx, id);
  if (row?.status === 'active') await callTeam(ctx, row, step);
  return {};
};

/** Reaction to a ring declined or passed on: the next rings at once. The deadline before the row, as the clock takes them. */
export const ringRefused = async (ctx: Ctx, id: string): Promise<void> => {
  const next = await ctx.db.deadline.findFirst({ where: { subjectId: id, action: ESCALATE, settledAt: null } });
  await ctx.settle(id, [ESCALATE]);
  const row = await lock(ctx, id);
  if (row?.status !== 'active') return;
  if (next) await callTeam(ctx, row, (next.input as { step: number }).step);
  await noteStep(ctx, row, { verb: 'refuseRing' });
  tellChanged(ctx, row);
};
