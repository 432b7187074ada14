import type { z } from 'zod';
import type { referrals } from '../../contract/referrals.ts';
import type { Ctx } from '../edge/ctx.ts';
import { reference } from '../reference/index.ts';
import { vitalRanges } from './sheet.ts';

export const rules = async (ctx: Ctx): Promise<z.input<typeof referrals.rules.output>> => {
  const limits = await reference(ctx.db, 'referralLimits', ctx.now);
  const vitals = await vitalRanges(ctx);
  return { limitsVersion: limits.version, vitalsVersion: vitals.version, vitals: vitals.data };
};
