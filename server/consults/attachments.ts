import type { Ctx } from '../edge/ctx.ts';
import type { Facts } from '../edge/facts.ts';
import type { Access } from '../records/attachments/access.ts';
import { bothSides, noteStep, tellChanged } from './move.ts';
import { hold, load } from './relations.ts';
import { mayAddFiles } from './supplement.ts';

/** Whoever stands in a relation to the case reads its files. */
export const attachmentAccess: Access = async (ctx, id, how) => {
  const { row, by } = await (how === 'hold' ? hold : load)(ctx, id);
  return { mayAdd: mayAddFiles(row, by), audience: bothSides(row) };
};

const STEPS = { added: 'addFile', withdrawn: 'withdrawFile' } as const;

export const noteFile = async (ctx: Ctx, { subject, what }: Facts['attachments.changed']): Promise<void> => {
  if (subject.kind !== 'consult') return;
  await noteStep(ctx, subject.id, STEPS[what]);
  tellChanged(ctx, (await load(ctx, subject.id)).row);
};
