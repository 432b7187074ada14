import type { Cipher } from '../db/cipher.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Centers } from '../records/centers.ts';
import { type EntryInput, type PatientSource, pastAt } from '../records/source.ts';
import { related, WITH_OFFERS } from './relations.ts';
import { type Listed, rowsOf } from './rows.ts';

const ofPatients = (ctx: Ctx, patientIds: readonly string[]): Prisma.ReferralWhereInput => ({
  AND: [{ patientId: { in: [...patientIds] } }, related(ctx.actor, ctx.now)],
});

interface Deps {
  cipher: Cipher;
  centers: Centers;
}

const entriesOf = async (ctx: Ctx, { cipher, centers }: Deps, rows: readonly Listed[]): Promise<EntryInput[]> => {
  const begun = new Map(rows.map(({ id, emergencyId }) => [id, emergencyId]));
  const origins = await centers.origins(ctx, [...begun.values()]);
  return (await rowsOf(ctx, cipher, rows)).map((row) => ({
    ...row,
    kind: 'referral',
    at: row.createdAt,
    case: { kind: 'referral', id: row.id },
    number: row.referralNo,
    emergency: origins.get(begun.get(row.id) ?? null) ?? null,
  }));
};

const found = (ctx: Ctx, where: Prisma.ReferralWhereInput, take?: number): Promise<Listed[]> =>
  ctx.db.referral.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...(take !== undefined && { take }),
    include: { ...WITH_OFFERS, patient: true },
  });

/** What referrals tell of a patient: each as a line, to those who stand in a relation to it. */
export const patientSource = (deps: Deps): PatientSource => ({
  patients: (actor, now) => ({ referrals: { some: related(actor, now) } }),

  async entries(ctx, patientIds, { after, limit, kind }) {
    if (kind !== undefined && kind !== 'referral') return [];
    const where = { AND: [ofPatients(ctx, patientIds), pastAt('createdAt', after)] };
    return entriesOf(ctx, deps, await found(ctx, where, limit));
  },

  async open(ctx, patientIds) {
    return entriesOf(ctx, deps, await found(ctx, { AND: [{ endedAt: null }, ofPatients(ctx, patientIds)] }));
  },
});
