import type { Prisma } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { type EntryInput, type PatientSource, pastAt } from '../records/source.ts';
import { related } from './relations.ts';
import { rowsOf } from './rows.ts';
import { judgeAll, LISTED } from './rules.ts';

const found = async (ctx: Ctx, where: Prisma.EmergencyCaseWhereInput, take?: number): Promise<EntryInput[]> => {
  const rows = await ctx.db.emergencyCase.findMany({
    where: { AND: [where, related(ctx.actor)] },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    ...(take !== undefined && { take }),
    include: LISTED,
  });
  const listed = await rowsOf(ctx.db, await judgeAll(ctx.db, rows));
  return listed.map((row) => ({
    ...row,
    kind: 'emergency',
    at: row.startedAt,
    case: { kind: 'emergency', id: row.id },
    number: row.emergencyNo,
  }));
};

const ofPatients = (patientIds: readonly string[]): Prisma.EmergencyCaseWhereInput => ({ patientId: { in: [...patientIds] } });

/** What the centers tell of a patient: each case as a line, to those who stand in a relation to it. */
export const patientSource: PatientSource = {
  patients: (actor) => ({ emergencies: { some: related(actor) } }),

  async entries(ctx, patientIds, { after, limit, kind }) {
    if (kind !== undefined && kind !== 'emergency') return [];
    return found(ctx, { AND: [ofPatients(patientIds), pastAt('startedAt', after)] }, limit);
  },

  async open(ctx, patientIds) {
    return found(ctx, { AND: [{ status: 'active' }, ofPatients(patientIds)] });
  },
};
