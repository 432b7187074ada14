import type { ConsultStatus } from '../../contract/consults.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Consult } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { clockColumns, noteStep, planFor, tellChanged, write } from './move.ts';
import { hold } from './relations.ts';

const TALKING: readonly ConsultStatus[] = ['accepted', 'inSession'];
/** What was written down before the signature may be answered after it. */
const ANSWERABLE: readonly ConsultStatus[] = [...TALKING, 'signed', 'acknowledged'];
const during = (states: readonly ConsultStatus[], { status }: Consult): void => {
  if (!states.includes(status)) refuse('conflict', 'advice.notNow', 'Verbal advice belongs between accepting and signing');
};

/** 口头意见: one line as the county doctor understood it; it counts once the specialist has confirmed it. */
export const advise = async (ctx: Ctx, { id, text }: { id: string; text: string }): Promise<Consult> => {
  const { row, by } = await hold(ctx, id);
  if (!by.has('requester')) refuse('forbidden', 'advise.notYours', 'Only the department that asked writes down verbal advice');
  during(TALKING, row);
  await ctx.db.advice.create({ data: { consultId: id, text, typedById: ctx.actor.id, typedAt: ctx.now } });
  await noteStep(ctx, id, 'advise');
  tellChanged(ctx, row);
  return row;
};

interface Answer {
  id: string;
  adviceId: string;
  confirmed: boolean;
}

/** 复述确认: confirmed, a STAT owes the written opinion next. */
export const answerAdvice = async (ctx: Ctx, { id, adviceId, confirmed }: Answer): Promise<Consult> => {
  const { row, by } = await hold(ctx, id);
  if (!by.has('consultant')) refuse('forbidden', 'answerAdvice.notYours', 'Only the consultant confirms verbal advice');
  during(ANSWERABLE, row);
  const { count } = await ctx.db.advice.updateMany({
    where: { id: adviceId, consultId: id, state: 'waiting' },
    data: { state: confirmed ? 'confirmed' : 'rejected', answeredAt: ctx.now },
  });
  if (count === 0) refuse('conflict', 'advice.answered', 'This advice is not waiting for an answer');
  const next = await write(ctx, row, row.status === 'inSession' ? clockColumns(await planFor(ctx, row)) : {});
  await noteStep(ctx, id, confirmed ? 'confirmAdvice' : 'rejectAdvice');
  tellChanged(ctx, next);
  return next;
};
