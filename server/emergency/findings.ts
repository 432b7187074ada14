import { refuse } from '../../contract/refusal.ts';
import { scoreOf } from '../../contract/scores/index.ts';
import type { Cipher } from '../db/cipher.ts';
import type { EmergencyCase } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Input } from './input.ts';
import { noteStep, tellChanged, write } from './move.ts';
import { hold } from './relations.ts';
import { rulesFor } from './rules.ts';

/** Worked out here, never taken from the device; what was found is kept sealed. */
export const score =
  (cipher: Cipher) =>
  async (ctx: Ctx, { id, kind, input }: Input<'score'>): Promise<EmergencyCase> => {
    const { row } = await hold(ctx, id);
    const scored = scoreOf(kind, input) ?? refuse('invalid', 'score.input', 'These are no values of this score; correct them');
    const inputCipher = cipher.seal(JSON.stringify(input));
    await ctx.db.emergencyScore.create({
      data: { caseId: row.id, kind, ...scored, inputCipher, byId: ctx.actor.id, at: ctx.now },
    });
    await noteStep(ctx, row, { verb: 'score', note: kind });
    tellChanged(ctx, row);
    return row;
  };

/** 溶栓前核对 by a named doctor: cleared or deferred, and the targets follow from it. */
export const check = async (ctx: Ctx, { id, kind, checked, verdict, reason }: Input<'check'>): Promise<EmergencyCase> => {
  const { row } = await hold(ctx, id);
  const list = (await rulesFor(ctx.db, [row]))(row).checklists.find((each) => each.kind === kind);
  if (!list) return refuse('invalid', 'check.kind', 'This center has no such checklist');
  const open = list.items.filter((item) => !checked.includes(item));
  if (verdict === 'eligible' && open.length > 0)
    refuse('invalid', 'check.incomplete', 'Go through the whole checklist before lysis is cleared');
  if (verdict === 'deferred' && !reason) refuse('invalid', 'check.reason', 'Say why lysis is deferred');
  const others = row.flags.filter((flag) => flag !== list.clears && flag !== list.defers);
  const flags = [...others, verdict === 'eligible' ? list.clears : list.defers];
  return write(ctx, row, { verb: 'check', note: reason, set: { flags } });
};
