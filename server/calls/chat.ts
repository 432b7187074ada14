import type { z } from 'zod';
import type { CallRef, ChatLine } from '../../contract/calls.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Ctx } from '../edge/ctx.ts';
import { inRoom } from './seats.ts';

/** A late-comer reads this far back. */
const KEPT_IN_VIEW = 200;

export const recentChat = async ({ db }: Ctx, { kind, id }: CallRef): Promise<z.output<typeof ChatLine>[]> => {
  const lines = await db.chatLine.findMany({ where: { kind, subjectId: id }, orderBy: { at: 'desc' }, take: KEPT_IN_VIEW });
  const people = await db.person.findMany({
    where: { id: { in: lines.map(({ personId }) => personId) } },
    select: { id: true, name: true, title: true },
  });
  return lines.reverse().flatMap(({ id: line, personId, text, at }) => {
    const person = people.find((one) => one.id === personId);
    return person ? [{ id: line, person, text, at: at.toISOString() }] : [];
  });
};

/** Writes the line and tells the people who are in; only they may speak. */
export const writeLine = async (ctx: Ctx, call: CallRef, text: string): Promise<z.output<typeof ChatLine>> => {
  const { db, actor, now } = ctx;
  const seats = await db.seat.findMany({ where: inRoom(call), select: { personId: true } });
  const present = new Set(seats.map(({ personId }) => personId));
  if (!present.has(actor.id)) refuse('forbidden', 'call.notIn', 'Enter the room first');
  const person = await db.person.findUniqueOrThrow({ where: { id: actor.id }, select: { id: true, name: true, title: true } });
  const { id } = await db.chatLine.create({ data: { kind: call.kind, subjectId: call.id, personId: actor.id, text, at: now } });
  const line = { id, person, text, at: now.toISOString() };
  for (const personId of present) ctx.tell(`person:${personId}`, 'call.said', { ...line, call });
  return line;
};
