import type { Ctx } from '../edge/ctx.ts';
import type { Facts } from '../edge/facts.ts';
import type { Access } from '../records/attachments/index.ts';
import type { SubjectAccess, SubjectNumbers } from '../records/subjects.ts';
import { bothSides, noteStep, tellChanged } from './move.ts';
import { type Case, hold, hospitalsOf, load } from './relations.ts';

/** Papers and tasks of a referral: both sides may add while it is open, and only its own side before it has been sent. */
const open = (row: Case): boolean => row.endedAt === null;

export const taskAccess: SubjectAccess = async (ctx, id) => {
  const { row } = await hold(ctx, id);
  return { mayAdd: open(row), hospitalIds: hospitalsOf(row) };
};

export const referralNumbers: SubjectNumbers = async ({ db }, ids) => {
  const rows = await db.referral.findMany({ where: { id: { in: [...ids] } }, select: { id: true, referralNo: true } });
  return new Map(rows.map(({ id, referralNo }) => [id, referralNo]));
};

export const attachmentAccess: Access = async (ctx, id, how) => {
  const { row } = await (how === 'hold' ? hold : load)(ctx, id);
  return { mayAdd: open(row), audience: bothSides(row) };
};

const STEPS = { added: 'addFile', withdrawn: 'withdrawFile' } as const;

/** A paper that came or went is a line of the history, and both sides fetch it. */
export const noteFile = async (ctx: Ctx, { subject, what }: Facts['attachments.changed']): Promise<void> => {
  if (subject.kind !== 'referral') return;
  const { row } = await load(ctx, subject.id);
  await noteStep(ctx, row, { verb: STEPS[what] });
  tellChanged(ctx, row);
};
