import type { Stamp } from '../../contract/emergency.ts';
import type { NodeCode } from '../../contract/emergencyNodes.ts';
import { refuse } from '../../contract/refusal.ts';
import type { EmergencyCase, Prisma } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { offsetAt } from '../instruments/index.ts';
import { monthOf } from '../stats/months.ts';
import type { Input } from './input.ts';
import { noteStep, tellChanged } from './move.ts';
import { hold, hospitalsOf } from './relations.ts';
import { rulesFor } from './rules.ts';

const MINUTE_MS = 60_000;
/** Later than this after it happened, a stamp is marked as written down late. */
const LATE_MS = 15 * MINUTE_MS;
/** A device whose offset is measured is right to within this. */
const AHEAD_MS = MINUTE_MS;
/** Onset may lie days before the call; more is a wrong year. */
const BEFORE_MS = 30 * 24 * 60 * MINUTE_MS;

/** Whether the month of a case is locked: from then on its figures never change silently. */
export const monthLocked = async ({ db }: Ctx, { fromHospitalId, startedAt }: EmergencyCase): Promise<boolean> =>
  (await db.emergencyMonth.count({ where: { hospitalId: fromHospitalId, month: monthOf(startedAt) } })) > 0;

type Row = Prisma.TimepointCreateManyInput;

/** What a time was read from is corrected by that clock: the instrument's registered offset, or the device's own. */
const clockOf = async (ctx: Ctx, row: EmergencyCase, { at, offsetMs, source, instrumentId }: Stamp) => {
  if (at === null || instrumentId === undefined) return { offsetMs, source, instrumentId: null };
  const known = await ctx.db.instrument.count({ where: { id: instrumentId, hospitalId: { in: hospitalsOf(row) } } });
  if (known === 0) refuse('invalid', 'timepoint.instrument', 'There is no such instrument in the hospitals of this case');
  return { offsetMs: await offsetAt(ctx.db, instrumentId, new Date(at)), source: 'device' as const, instrumentId };
};

const trueTime = (ctx: Ctx, row: EmergencyCase, at: string | null, offsetMs: number): Date | null => {
  if (at === null) return null;
  const time = new Date(new Date(at).getTime() - offsetMs);
  const early = time.getTime() < row.startedAt.getTime() - BEFORE_MS;
  if (early || time.getTime() > ctx.now.getTime() + AHEAD_MS)
    refuse('invalid', 'timepoint.impossible', 'The time lies in the future or long before the case; correct it');
  return time;
};

/** What is not simply recorded says which stamp it is about, and why. */
const refuseUnfounded = ({ at, supersedes, reason }: Stamp): void => {
  if (at === null && !supersedes) refuse('invalid', 'timepoint.empty', 'Give the time, or the stamp that is taken back');
  if (supersedes && !reason) refuse('invalid', 'timepoint.reason', 'Say why the time is corrected');
};

const rowOf = async (ctx: Ctx, row: EmergencyCase, item: Stamp): Promise<Row> => {
  refuseUnfounded(item);
  const clock = await clockOf(ctx, row, item);
  const at = trueTime(ctx, row, item.at, clock.offsetMs);
  return {
    id: item.id,
    caseId: row.id,
    node: item.node,
    at,
    ...clock,
    precision: item.precision,
    value: item.value ?? null,
    recorderId: ctx.actor.id,
    recordedAt: ctx.now,
    late: clock.source === 'manual' && at !== null && ctx.now.getTime() - at.getTime() > LATE_MS,
    supersedesId: item.supersedes ?? null,
    reason: item.reason ?? null,
  };
};

/** A correction is of a stamp of the same case and node. */
const refuseStrays = async ({ db }: Ctx, rows: readonly Row[]): Promise<void> => {
  for (const { id, caseId, node, supersedesId } of rows) {
    const stored = await db.timepoint.findUniqueOrThrow({ where: { id }, select: { caseId: true } });
    if (stored.caseId !== caseId) refuse('invalid', 'timepoint.id', 'This id belongs to another case');
    if (supersedesId && (await db.timepoint.count({ where: { id: supersedesId, caseId, node } })) === 0)
      refuse('invalid', 'timepoint.supersedes', 'There is no such stamp of this node');
  }
};

/** By what happens on the platform; kept once however often it happens. */
export const stampBy = async (ctx: Ctx, row: EmergencyCase, { node, at }: { node: NodeCode; at: Date }): Promise<void> => {
  const twice = await ctx.db.timepoint.count({ where: { caseId: row.id, node, source: 'platform' } });
  if (twice > 0) return;
  const recorderId = ctx.actor.kind === 'person' ? ctx.actor.id : null;
  const made = { id: crypto.randomUUID(), caseId: row.id, node, at, offsetMs: 0, recorderId, recordedAt: ctx.now, late: false };
  await ctx.db.timepoint.create({ data: { ...made, source: 'platform', precision: 'exact' } });
};

/** Two people who stamp the same node at once are both kept; one of the two is shown. */
export const stamp = async (ctx: Ctx, { id, items }: Input<'stamp'>): Promise<EmergencyCase> => {
  const { row } = await hold(ctx, id);
  if (await monthLocked(ctx, row))
    refuse('conflict', 'timepoint.monthLocked', 'The month of this case is locked; its times can no longer change');
  const { nodes } = (await rulesFor(ctx.db, [row]))(row);
  const stray = items.find(({ node }) => !nodes.some(({ code }) => code === node));
  if (stray) refuse('invalid', 'timepoint.node', 'This center knows no such time node');
  const rows: Row[] = [];
  for (const item of items) rows.push(await rowOf(ctx, row, item));
  const { count } = await ctx.db.timepoint.createMany({ data: rows, skipDuplicates: true });
  await refuseStrays(ctx, rows);
  if (count === 0) return row;
  await noteStep(ctx, row, { verb: rows.some(({ supersedesId }) => supersedesId) ? 'correct' : 'stamp' });
  tellChanged(ctx, row);
  return row;
};
