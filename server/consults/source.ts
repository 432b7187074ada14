import { OpinionBody } from '../../contract/consults.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Consult, Prisma } from '../db/generated/client.ts';
import { hospitalRefs } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Centers } from '../records/centers.ts';
import { type EntryInput, type EntryPage, type PatientSource, pastAt } from '../records/source.ts';
import { documentCounts, documentEntries, type Told } from './documents.ts';
import { related } from './relations.ts';
import { consentOf, rowsOf, type WithPatient } from './rows.ts';
import { OPEN } from './standing.ts';

type Case = Pick<Consult, 'id' | 'consultNo' | 'fromHospitalId' | 'toHospitalId'>;

const ofPatients = (ctx: Ctx, patientIds: readonly string[]): Prisma.ConsultWhereInput => ({
  AND: [{ patientId: { in: [...patientIds] } }, related(ctx.actor)],
});

const toldOf = async (ctx: Ctx, patientIds: readonly string[]): Promise<Told> => {
  const cases: Case[] = await ctx.db.consult.findMany({
    where: ofPatients(ctx, patientIds),
    select: { id: true, consultNo: true, fromHospitalId: true, toHospitalId: true },
  });
  const hospitals = await hospitalRefs(
    ctx.db,
    cases.flatMap(({ fromHospitalId, toHospitalId }) => [fromHospitalId, toHospitalId]),
  );
  const byId = new Map(cases.map((each) => [each.id, each]));
  return {
    ids: [...byId.keys()],
    place: (id) => {
      const { consultNo, fromHospitalId, toHospitalId } = byId.get(id)!;
      const [from, to] = [hospitals.get(fromHospitalId)!, hospitals.get(toHospitalId)!];
      return { case: { kind: 'consult', id }, number: consultNo, from, to };
    },
  };
};

interface Deps {
  cipher: Cipher;
  centers: Centers;
}

const consultEntries = async (ctx: Ctx, { cipher, centers }: Deps, rows: readonly WithPatient[]): Promise<EntryInput[]> => {
  const documents = await documentCounts(
    ctx.db,
    rows.map(({ id }) => id),
  );
  const begun = new Map(rows.map(({ id, emergencyId }) => [id, emergencyId]));
  const origins = await centers.origins(ctx, [...begun.values()]);
  const consents = new Map(rows.map((row) => [row.id, consentOf(row)?.state ?? null]));
  return (await rowsOf(ctx, cipher, rows)).map((row) => ({
    ...row,
    kind: 'consult',
    at: row.sentAt,
    case: { kind: 'consult', id: row.id },
    number: row.consultNo,
    emergency: origins.get(begun.get(row.id) ?? null) ?? null,
    documents: documents(row.id),
    consent: consents.get(row.id) ?? null,
  }));
};

const consultsOf = async (ctx: Ctx, deps: Deps, { ids }: Told, { after, limit }: EntryPage) => {
  const rows = await ctx.db.consult.findMany({
    where: { id: { in: ids }, ...pastAt('sentAt', after) },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: limit,
    include: { patient: true },
  });
  return consultEntries(ctx, deps, rows);
};

const opinionsOf = async ({ db }: Ctx, { ids, place }: Told, { after, limit }: EntryPage): Promise<EntryInput[]> => {
  const rows = await db.opinion.findMany({
    where: { consultId: { in: ids }, ...pastAt('signedAt', after) },
    orderBy: [{ signedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(({ id, consultId, signedAt, version, body, signerName, signerTitle }) => ({
    kind: 'opinion',
    id,
    at: signedAt.toISOString(),
    ...place(consultId),
    version,
    signer: signerName,
    signerTitle,
    diagnosis: OpinionBody.parse(body).diagnosis,
  }));
};

/** What consults tell of a patient: the requests, what was signed, what was sent along. */
export const patientSource = (deps: Deps): PatientSource => ({
  patients: (actor) => ({ consults: { some: related(actor) } }),

  async entries(ctx, patientIds, page) {
    const told = await toldOf(ctx, patientIds);
    const wants = (kind: EntryInput['kind']) => page.kind === undefined || page.kind === kind;
    return [
      ...(wants('consult') ? await consultsOf(ctx, deps, told, page) : []),
      ...(wants('opinion') ? await opinionsOf(ctx, told, page) : []),
      ...(wants('document') ? await documentEntries(ctx, deps.cipher, { told, page }) : []),
    ];
  },

  async open(ctx, patientIds) {
    const rows = await ctx.db.consult.findMany({
      where: { AND: [{ status: { in: OPEN } }, ofPatients(ctx, patientIds)] },
      orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
      include: { patient: true },
    });
    return consultEntries(ctx, deps, rows);
  },
});
