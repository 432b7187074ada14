import type { Vitals } from '../../contract/referralSheet.ts';
import { refuse } from '../../contract/refusal.ts';
import { vitals as contract, Reading } from '../../contract/vitals.ts';
import type { Prisma, VitalReading } from '../db/generated/client.ts';
import { type Ctx, keep } from '../edge/ctx.ts';
import { instant } from '../edge/instants.ts';
import { everybody } from './move.ts';
import { load } from './relations.ts';

const MINUTE_MS = 60_000;
const SHOWN_MS = 30 * MINUTE_MS;
/** What a monitor kept while its line was down still comes in. */
const OLDEST_MS = 24 * 60 * MINUTE_MS;

const rowOf = ({ actor }: Ctx, caseId: string, { at, ...measured }: Reading): Prisma.VitalReadingCreateManyInput => {
  const known = Object.entries(measured).filter(([, value]) => value !== undefined);
  return { caseId, at: new Date(at), senderId: actor.id, ...(Object.fromEntries(known) as object) };
};

/** A reading as it was measured. */
export const said = (row: VitalReading): Reading => {
  const { caseId: _, senderId: __, at, ...measured } = row;
  const known = Object.entries(measured).filter(([, value]) => value !== null);
  return Reading.parse({ at: instant(at), ...Object.fromEntries(known) });
};

const refuseImpossible = ({ now }: Ctx, items: readonly Reading[]): void => {
  const wrong = items.some(({ at }) => {
    const ago = now.getTime() - Date.parse(at);
    return ago < -MINUTE_MS || ago > OLDEST_MS;
  });
  if (wrong) refuse('invalid', 'vitals.at', 'The clock of the monitor is wrong; set it');
};

const recentOf = async ({ db, now }: Ctx, caseId: string): Promise<Reading[]> => {
  const at = { gte: new Date(now.getTime() - SHOWN_MS) };
  return (await db.vitalReading.findMany({ where: { caseId, at }, orderBy: { at: 'asc' } })).map(said);
};

/** Of each measure the last that the monitor said, taken when the oldest of them was; nothing that nobody would still look at. */
export const freshVitals = async (ctx: Ctx, caseId: string): Promise<Vitals> => {
  const readings = await recentOf(ctx, caseId);
  const used = new Set<string>();
  const last = <K extends keyof Reading>(measure: K): { [M in K]?: Reading[M] } => {
    const reading = readings.findLast((each) => each[measure] !== undefined);
    if (reading) used.add(reading.at);
    return reading ? ({ [measure]: reading[measure] } as { [M in K]?: Reading[M] }) : {};
  };
  const measured = {
    ...last('temperature'),
    ...last('pulse'),
    ...last('respiration'),
    ...last('systolic'),
    ...last('diastolic'),
    ...last('spo2'),
    ...last('oxygen'),
  };
  const [takenAt] = [...used].toSorted();
  return takenAt ? { ...measured, takenAt } : {};
};

export const vitals = keep(contract, {
  async send(ctx, { id, items }) {
    const { row } = await load(ctx, id);
    if (row.status !== 'active') refuse('conflict', 'vitals.over', 'The rescue is over; the monitor can be unplugged');
    refuseImpossible(ctx, items);
    await ctx.db.vitalReading.createMany({ data: items.map((item) => rowOf(ctx, id, item)), skipDuplicates: true });
    const newest = items.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1)!;
    const reading = { ...newest, at: instant(new Date(newest.at)) };
    for (const audience of everybody(row)) ctx.tell(audience, 'vitals.came', { id, reading });
    return {};
  },

  async recent(ctx, { id }) {
    await load(ctx, id);
    return { items: await recentOf(ctx, id) };
  },
});
