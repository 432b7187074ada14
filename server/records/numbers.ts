import { Prisma } from '../db/generated/client.ts';
import { shanghaiDay } from '../directory/week.ts';
import type { Ctx } from '../edge/ctx.ts';

const EMERGENCY = 'emergency_no_seq';
/** HZ 会诊, ZZ 转诊; XT 胸痛, CZ 卒中, CS 创伤, YC 孕产妇, ET 儿童/新生儿. */
const SEQUENCES = {
  HZ: 'consult_no_seq',
  ZZ: 'referral_no_seq',
  ...{ XT: EMERGENCY, CZ: EMERGENCY, CS: EMERGENCY, YC: EMERGENCY, ET: EMERGENCY },
} as const;

/** Prefix, the day in Asia/Shanghai, six digits; the sequence goes round after a million, long after the day is over. */
export const caseNumber = async ({ db, now }: Ctx, prefix: keyof typeof SEQUENCES): Promise<string> => {
  const [{ n }] = await db.$queryRaw<[{ n: bigint }]>(Prisma.sql`SELECT nextval(${SEQUENCES[prefix]}) AS n`);
  const day = shanghaiDay(now).toISOString().slice(0, 10).replaceAll('-', '');
  return `${prefix}${day}${String(n).padStart(6, '0')}`;
};
