import { instruments as contract } from '../../contract/instruments.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Instrument } from '../db/generated/client.ts';
import { ownHospital } from '../directory/own.ts';
import { holding } from '../edge/actor.ts';
import { type Ctx, type Handlers, keep } from '../edge/ctx.ts';
import { viewsOf } from './view.ts';

export { offsetAt } from './offset.ts';
export { instrumentNames } from './view.ts';

type Verbs = Handlers<typeof contract>;

/** Further apart than this the date is wrong, and a correction would hide it. */
const MOST_MS = 86_400_000;

/** The instrument, if it is in use and of a hospital where the caller holds one of the roles. */
const own = async (ctx: Ctx, who: readonly ('coordinator' | 'doctor' | 'specialist')[], id: string): Promise<Instrument> => {
  const row = await ctx.db.instrument.findFirst({ where: { id, retiredAt: null } });
  if (row && holding(ctx.actor, ...who).some(({ hospitalId }) => hospitalId === row.hospitalId)) return row;
  return refuse('notFound', 'instrument', 'There is no such instrument in your hospital');
};

const changed = async (ctx: Ctx, row: Instrument) => {
  ctx.saw('instrument', [row.id], [row.hospitalId]);
  ctx.tell(`desk:${row.hospitalId}`, 'instruments.changed', { hospitalId: row.hospitalId });
  const [view] = await viewsOf(ctx, [row]);
  return view!;
};

const list: Verbs['list'] = async (ctx, { hospitalId }) => {
  const where = { hospitalId: ownHospital(ctx, contract.list.who, hospitalId), retiredAt: null };
  return { items: await viewsOf(ctx, await ctx.db.instrument.findMany({ where, orderBy: [{ kind: 'asc' }, { name: 'asc' }] })) };
};

const add: Verbs['add'] = async (ctx, { hospitalId, kind, name }) => {
  const at = ownHospital(ctx, contract.add.who, hospitalId);
  if ((await ctx.db.instrument.count({ where: { hospitalId: at, name, retiredAt: null } })) > 0)
    refuse('conflict', 'instrument.named', 'An instrument of this name is registered already; give it another name');
  return changed(ctx, await ctx.db.instrument.create({ data: { hospitalId: at, kind, name } }));
};

const retire: Verbs['retire'] = async (ctx, { id }) => {
  await own(ctx, contract.retire.who, id);
  return changed(ctx, await ctx.db.instrument.update({ where: { id }, data: { retiredAt: ctx.now } }));
};

const check: Verbs['check'] = async (ctx, { id, shown, at, offsetMs: deviceAhead }) => {
  const row = await own(ctx, contract.check.who, id);
  const read = new Date(Date.parse(at) - deviceAhead);
  const offsetMs = Date.parse(shown) - read.getTime();
  if (Math.abs(offsetMs) > MOST_MS)
    refuse('invalid', 'instrument.date', 'The instrument is more than a day off; set its date first, then compare again');
  await ctx.db.clockCheck.create({ data: { instrumentId: id, offsetMs, at: read, byId: ctx.actor.id } });
  return changed(ctx, row);
};

export const instruments = keep(contract, { list, add, retire, check });
