import { randomInt } from 'node:crypto';
import { refuse } from '../../contract/refusal.ts';
import { extendHold, holdBed } from '../beds/index.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Input } from './input.ts';
import { after, limitsOf } from './limits.ts';
import { move } from './move.ts';
import { type Case, take } from './relations.ts';

/** 预约码: six digits, read aloud or as QR; it finds nothing by itself. */
const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0');

/** A bed is kept to ETA + 2 h, and longer while the patient is on the road. */
export const holdUntil = (row: Case, expectedAt: Date): Date => after(expectedAt, limitsOf(row).holdAfterEta);

/** An expected time in the past would keep no bed; the next month is a plan, next year a slip of the finger. */
const checkExpected = ({ now }: Ctx, expectedAt: Date): void => {
  const days = (expectedAt.getTime() - now.getTime()) / 86_400_000;
  if (days < 0 || days > 180) refuse('invalid', 'arrange.expectedAt', 'Give an arrival time between now and half a year ahead');
};

/** 科/床/时间/预约码; done again it changes what was arranged. */
export const arrange = async (ctx: Ctx, { id, bedId, expectedAt: text, ...rest }: Input<'arrange'>): Promise<Case> => {
  const { row, by } = await take(ctx, id);
  const expectedAt = new Date(text);
  checkExpected(ctx, expectedAt);
  const set = {
    expectedAt,
    attending: rest.attending ?? row.attending,
    place: rest.place ?? row.place,
    message: rest.message ?? row.message,
    code: row.code ?? newCode(),
  };
  const next = await move(ctx, { row, by }, { verb: 'arrange', set });
  if (bedId && !row.toHospitalId) refuse('invalid', 'bed.outside', 'A hospital off the platform keeps its own beds');
  if (bedId && row.toHospitalId) await keepBed(ctx, next, { bedId, hospitalId: row.toHospitalId });
  else await extendHold(ctx, { referralId: id, until: holdUntil(next, expectedAt) });
  return next;
};

const keepBed = async (ctx: Ctx, row: Case, { bedId, hospitalId }: { bedId: string; hospitalId: string }): Promise<void> => {
  const until = holdUntil(row, row.expectedAt ?? ctx.now);
  const hold = await holdBed(ctx, { bedId, hospitalId, referralId: row.id, until });
  await ctx.alarm({ action: 'referrals.releaseBed', subjectId: hold.id, dueAt: until, input: { id: row.id } });
};
