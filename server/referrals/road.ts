import { advance } from '../../contract/kit.ts';
import { Outside } from '../../contract/referralSheet.ts';
import { transportSteps } from '../../contract/referralSteps.ts';
import { refuse } from '../../contract/refusal.ts';
import { extendHold } from '../beds/index.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Ctx } from '../edge/ctx.ts';
import { holdUntil } from './arrange.ts';
import { letGo } from './end.ts';
import { openHomePlan } from './homePlan.ts';
import type { Input } from './input.ts';
import { type Change, move, noteStep, replan, tellChanged, write } from './move.ts';
import { type Case, hold, sends, take } from './relations.ts';

/** Told later, with its true time: not before the case began, and not in the future. */
const toldAt = (ctx: Ctx, row: Case, at: string | undefined): Date => {
  if (at === undefined) return ctx.now;
  const time = new Date(at);
  const late = time.getTime() > ctx.now.getTime() + 60_000;
  if (late || time < row.createdAt)
    refuse('invalid', 'time.impossible', 'The time lies in the future or before the referral began');
  return time < ctx.now ? time : ctx.now;
};

const travel = ({ transportStatus }: Case, verb: 'ready' | 'depart' | 'end'): Case['transportStatus'] =>
  advance(transportSteps, { verb, from: transportStatus, relations: new Set(['sender', 'referral'] as const) });

/** 出发前核对: car, oxygen and escort are there. */
export const ready = async (ctx: Ctx, { id }: { id: string }): Promise<Case> => {
  const { row, by } = await hold(ctx, id);
  if (!sends(by)) refuse('forbidden', 'ready.notYours', 'The sending side checks the transport');
  const next = await write(ctx, row, { transportStatus: travel(row, 'ready'), readyAt: ctx.now });
  await noteStep(ctx, next, { verb: 'ready' });
  tellChanged(ctx, next);
  return next;
};

export const depart = async (ctx: Ctx, { id, at, expectedAt }: Input<'depart'>): Promise<Case> => {
  const { row, by } = await take(ctx, id);
  const departedAt = toldAt(ctx, row, at);
  const eta = expectedAt ? new Date(expectedAt) : row.expectedAt;
  if (!eta) return refuse('invalid', 'depart.eta', 'Say when the patient is expected to arrive');
  const set = { departedAt, expectedAt: eta, transportStatus: travel(row, 'depart') };
  const next = await move(ctx, { row, by }, { verb: 'depart', set, at: departedAt, ringing: row.acceptedAt === null });
  await extendHold(ctx, { referralId: id, until: holdUntil(next, eta) });
  return next;
};

const fromTheCar = async (ctx: Ctx, id: string): Promise<Case> => {
  const { row, by } = await take(ctx, id);
  if (!sends(by)) refuse('forbidden', 'road.notYours', 'The sending side tells where the car is');
  if (row.status !== 'departed') refuse('conflict', 'road.notNow', 'The patient is not on the road');
  return row;
};

/** Where the car is; optional, and only the last place is kept. */
export const position = async (ctx: Ctx, { id, latitude, longitude }: Input<'position'>): Promise<Case> => {
  const row = await fromTheCar(ctx, id);
  const next = await replan(ctx, row, { latitude, longitude, positionAt: ctx.now });
  tellChanged(ctx, next);
  return next;
};

/** A new ETA moves the alarms and keeps the bed longer. */
export const expect = async (ctx: Ctx, { id, expectedAt }: Input<'expect'>): Promise<Case> => {
  const row = await fromTheCar(ctx, id);
  const eta = new Date(expectedAt);
  if (eta < ctx.now) refuse('invalid', 'arrange.expectedAt', 'Give an arrival time that lies ahead');
  const next = await replan(ctx, row, { expectedAt: eta });
  await extendHold(ctx, { referralId: id, until: holdUntil(next, eta) });
  await noteStep(ctx, next, { verb: 'expect' });
  tellChanged(ctx, next);
  return next;
};

/** Either side's evidence is enough; the appointment code is evidence by itself. */
export const arrive =
  (cipher: Cipher) =>
  async (ctx: Ctx, { id, at, evidence, code }: Input<'arrive'>): Promise<Case> => {
    const { row, by } = await take(ctx, id);
    if (code !== undefined && code !== row.code) refuse('invalid', 'arrive.code', 'This is not the code of this referral');
    const receiving = by.has('receiver') || (by.has('receiverDesk') && row.toHospitalId !== null);
    if (!receiving && !evidence && code === undefined)
      refuse('invalid', 'arrive.evidence', 'Say how you know that the patient has arrived');
    const arrivedAt = toldAt(ctx, row, at);
    const set = {
      arrivedAt,
      arrivedBy: receiving ? 'receiver' : 'sender',
      arrivalEvidence: evidence ?? (code === undefined ? null : `预约码 ${code}`),
      transportStatus: travel(row, 'end'),
    };
    const next = await move(ctx, { row, by }, { verb: 'arrive', note: evidence, at: arrivedAt, set });
    await openHomePlan(ctx, cipher, next);
    return next;
  };

/** The road ends without arrival: nobody waits with a bed any more. */
const roadEnds = async (
  ctx: Ctx,
  { id, note, at }: { id: string; note: string; at?: string | undefined },
  { verb, set = {} }: { verb: 'die' | 'divert' | 'turnBack'; set?: Change },
): Promise<Case> => {
  const { row, by } = await take(ctx, id);
  const moved = await move(
    ctx,
    { row, by },
    { verb, note, at: toldAt(ctx, row, at), set: { ...set, note, transportStatus: travel(row, 'end') } },
  );
  await letGo(ctx, moved);
  return moved;
};

/** 途中死亡. */
export const die = (ctx: Ctx, input: Input<'die'>): Promise<Case> => roadEnds(ctx, input, { verb: 'die' });
/** 途中返回. */
export const turnBack = (ctx: Ctx, input: Input<'turnBack'>): Promise<Case> => roadEnds(ctx, input, { verb: 'turnBack' });
/** 途中改送: where to is on record; the sender's desk finds out how it ended. */
export const divert = (ctx: Ctx, { to, ...input }: Input<'divert'>): Promise<Case> =>
  roadEnds(
    ctx,
    { ...input, note: `${Outside.parse(to).hospital} ${input.note}`.slice(0, 500) },
    { verb: 'divert', set: { outside: to } },
  );
