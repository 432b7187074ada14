import type { Destination } from '../../contract/referralSheet.ts';
import { refuse } from '../../contract/refusal.ts';
import { releaseHold } from '../beds/index.ts';
import type { ReferralOffer } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { type Goal, goalOf } from './destinations.ts';
import type { Input } from './input.ts';
import { move } from './move.ts';
import { answerOffer, dropOffers, myOffer, offerTo, towards } from './offers.ts';
import { type Case, type Held, liveOffers, take } from './relations.ts';
import { ringAsked, stopAt } from './ring.ts';

const mine = (ctx: Ctx, row: Case): ReferralOffer =>
  myOffer(ctx, row) ?? refuse('conflict', 'offer.notYours', 'Your hospital has not been asked, or has answered already');

export const receive = async (ctx: Ctx, { id }: Input<'receive'>): Promise<Case> =>
  move(ctx, await take(ctx, id), { verb: 'receive' });

/** The first to accept has the patient; whoever was asked beside them need not answer any more. */
export const accept = async (ctx: Ctx, { id, note }: Input<'accept'>): Promise<Case> => {
  const { row, by } = await take(ctx, id);
  const offer = mine(ctx, row);
  if (offer.hospitalId === null && !note) refuse('invalid', 'accept.who', 'Say who accepted by telephone, and when');
  await answerOffer(ctx, offer, { verb: 'accept', note });
  await dropOffers(ctx, row, { except: offer.id });
  const set = { ...towards(offer), acceptedAt: ctx.now, takenOver: false };
  return move(ctx, { row, by }, { verb: 'accept', note, set });
};

/**
 * One hospital says no, and it is counted once. While another is still asked, or the car is on the road, the referral goes
 * on with those that are left.
 */
export const reject = async (ctx: Ctx, { id, reason, note }: Input<'reject'>): Promise<Record<string, never>> => {
  const { row, by } = await take(ctx, id);
  const offer = mine(ctx, row);
  const rest = liveOffers(row).filter((other) => other.id !== offer.id);
  const verb = rest.length > 0 || row.status === 'departed' ? 'turnDown' : 'reject';
  const said = note ? `${reason} ${note}` : reason;
  const next = rest[0];
  const lead = verb === 'turnDown' && next && row.toDepartmentId === offer.departmentId ? towards(next) : {};
  await move(ctx, { row, by }, { verb, note: said, set: { ...lead, note: note ?? null, takenOver: false }, ringing: true });
  await answerOffer(ctx, offer, { verb: 'reject', reason, note });
  await stopAt(ctx, row, offer.hospitalId);
  return {};
};

/** The bed is gone after all: the hospital takes its word back, which counts as a rejection, and the sender asks elsewhere. */
export const revoke = async (ctx: Ctx, { id, reason, note }: Input<'revoke'>): Promise<Record<string, never>> => {
  const { row, by } = await take(ctx, id);
  const offer = mine(ctx, row);
  const set = { acceptedAt: null, expectedAt: null, attending: null, place: null, message: null, code: null, note };
  await move(ctx, { row, by }, { verb: 'revoke', note: `${reason} ${note}`, set });
  await answerOffer(ctx, offer, { verb: 'reject', reason, note });
  await releaseHold(ctx, id);
  return {};
};

/** 改投: the history goes on under the same number. */
export const reroute = async (ctx: Ctx, { id, destination, note }: Input<'reroute'>): Promise<Case> => {
  const { row, by } = await take(ctx, id);
  const goal = await goalOf(ctx, row, destination);
  await offerTo(ctx, row, goal);
  const moved = await move(ctx, { row, by }, { verb: 'reroute', note, set: { ...towards(goal), takenOver: false, note: null } });
  await ringAsked(ctx, moved, goal);
  return moved;
};

const refuseTwice = (row: Case, goal: Goal): void => {
  if (liveOffers(row).some(({ departmentId }) => departmentId !== null && departmentId === goal.departmentId)) {
    refuse('conflict', 'offer.already', 'This department is asked already');
  }
};

/** One more hospital is asked beside the others; the first to accept has the patient. */
export const askAlso = async (ctx: Ctx, { row, by }: Held, destination: Destination): Promise<Case> => {
  const goal = await goalOf(ctx, row, destination);
  refuseTwice(row, goal);
  const alone = liveOffers(row).length === 0;
  const moved = await move(ctx, { row, by }, { verb: 'offerAlso', set: alone ? towards(goal) : {}, ringing: true });
  await offerTo(ctx, moved, goal);
  await ringAsked(ctx, moved, goal);
  return moved;
};

export const offerAlso = async (ctx: Ctx, { id, destination }: Input<'offerAlso'>): Promise<Case> =>
  askAlso(ctx, await take(ctx, id), destination);
