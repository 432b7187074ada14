import type { Tx } from '../db/client.ts';
import type { Agreement, Prisma } from '../db/generated/client.ts';
import { shanghaiDay } from './week.ts';

/** In force on the calendar day in Asia/Shanghai, both ends included. */
export const inForce = (at: Date): Prisma.AgreementWhereInput => ({
  validFrom: { lte: shanghaiDay(at) },
  validTo: { gte: shanghaiDay(at) },
});

interface Wanted {
  fromHospitalId: string;
  toHospitalId: string;
  /** 诊疗科目 of the invited department. */
  code: string;
  at: Date;
}

/** The agreement under which one hospital may invite this department of the other; null without one. */
export const activeAgreement = (db: Tx, { fromHospitalId, toHospitalId, code, at }: Wanted): Promise<Agreement | null> =>
  db.agreement.findFirst({
    where: {
      inviterId: fromHospitalId,
      inviteeId: toHospitalId,
      invitedCodes: { has: code },
      invitee: { active: true },
      ...inForce(at),
    },
    orderBy: { validTo: 'desc' },
  });
