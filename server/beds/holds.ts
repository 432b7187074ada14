import type { z } from 'zod';
import { advance } from '../../contract/kit.ts';
import { type HoldStatus, holdSteps } from '../../contract/referralSteps.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Tx } from '../db/client.ts';
import type { Bed, BedHold } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { tellBeds } from './rows.ts';

/** A hold with its bed and the name of the bed's department. */
export type Hold = BedHold & { bed: Bed; department: string };

/** The bed for the rest of the transaction: whoever else wants it waits, and then reads what was done. */
const takeBed = async (db: Tx, { bedId, hospitalId }: { bedId: string; hospitalId: string }): Promise<Bed> => {
  await db.$queryRaw`SELECT id FROM bed WHERE id = ${bedId}::uuid FOR UPDATE`;
  const bed = await db.bed.findFirst({ where: { id: bedId, hospitalId } });
  return bed ?? refuse('notFound', 'bed', 'There is no such bed in this hospital');
};

/** One that is being cleaned will be ready; an occupied one only if it is expected to be free while the hold lasts. */
const checkUsable = ({ state, freeAt }: Bed, until: Date): void => {
  if (state === 'closed') refuse('conflict', 'bed.closed', 'This bed is closed; choose another one');
  if (state === 'occupied' && (freeAt === null || freeAt > until)) {
    refuse('conflict', 'bed.occupied', 'This bed will not be free in time; choose another one');
  }
};

const openHold = (db: Tx, referralId: string) =>
  db.bedHold.findFirst({ where: { referralId, status: 'held' }, include: { bed: true } });

interface Wanted {
  /** The hospital that accepted: only a bed of its own can be given. */
  hospitalId: string;
  bedId: string;
  referralId: string;
  until: Date;
}

/**
 * Keeps a bed for a referral, in place of the one it kept before; asked again for the same bed, it moves the end. The
 * caller's transaction holds the referral, so that one referral never takes two beds at once. Refuses `bed.held` when
 * another patient has it.
 */
export const holdBed = async (ctx: Ctx, { hospitalId, bedId, referralId, until }: Wanted): Promise<BedHold> => {
  const { db, now } = ctx;
  const bed = await takeBed(db, { bedId, hospitalId });
  const held = await db.bedHold.findFirst({ where: { bedId, status: 'held' } });
  if (held && held.referralId !== referralId) {
    return refuse('conflict', 'bed.held', 'This bed is kept for another patient already; choose another one');
  }
  checkUsable(bed, until);
  if (held) return (await extendHold(ctx, { referralId, until })) ?? held;
  await releaseHold(ctx, referralId);
  tellBeds(ctx, bed);
  return db.bedHold.create({ data: { bedId, referralId, until, heldAt: now } });
};

/** Moves the end of the hold to `until`, earlier or later; null when the referral keeps no bed. */
export const extendHold = async (
  ctx: Ctx,
  { referralId, until }: { referralId: string; until: Date },
): Promise<BedHold | null> => {
  const open = await openHold(ctx.db, referralId);
  if (!open) return null;
  tellBeds(ctx, open.bed);
  return ctx.db.bedHold.update({ where: { id: open.id }, data: { until } });
};

/** Ends the open hold of a referral, if it has one; the same one is ended once. */
const end = async (ctx: Ctx, referralId: string, verb: 'use' | 'release') => {
  const open = await openHold(ctx.db, referralId);
  if (!open) return null;
  const by = ctx.actor.kind === 'clock' ? 'clock' : 'referral';
  const status: z.infer<typeof HoldStatus> = advance(holdSteps, { verb, from: open.status, relations: new Set([by]) });
  const { count } = await ctx.db.bedHold.updateMany({
    where: { id: open.id, status: 'held' },
    data: { status, endedAt: ctx.now },
  });
  if (count === 0) return null;
  tellBeds(ctx, open.bed);
  return { ...open, status };
};

/** Gives the bed back; null when the referral keeps none. */
export const releaseHold = (ctx: Ctx, referralId: string): Promise<BedHold | null> => end(ctx, referralId, 'release');

/** The patient lies in it now; null when the referral keeps no bed. */
export const useBed = async (ctx: Ctx, referralId: string): Promise<BedHold | null> => {
  const used = await end(ctx, referralId, 'use');
  if (used) {
    const data = { state: 'occupied', freeAt: null, updatedAt: ctx.now, updatedById: ctx.actor.id } as const;
    await ctx.db.bed.update({ where: { id: used.bedId }, data });
  }
  return used;
};

/** The last hold of a referral, open or ended; null when it never had one. */
export const holdOf = async (db: Tx, referralId: string): Promise<Hold | null> => {
  const hold = await db.bedHold.findFirst({ where: { referralId }, include: { bed: true }, orderBy: { id: 'desc' } });
  if (!hold) return null;
  const { name } = await db.department.findUniqueOrThrow({ where: { id: hold.bed.departmentId } });
  return { ...hold, department: name };
};
