import type { z } from 'zod';
import { type Consult as ConsultView, OpinionBody } from '../../contract/consults.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Consult, Prisma } from '../db/generated/client.ts';
import { hospitalRef, personRefs } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import { instant, instantOrNull } from '../edge/instants.ts';
import type { Centers } from '../records/centers.ts';
import { patientOf } from '../records/patients.ts';
import { photoOf, photosOf } from '../records/photos.ts';
import { relations } from './relations.ts';
import { nextRingOf, pagesOf, ringView } from './rings.ts';
import { clockOf, consentOf, missingOf } from './rows.ts';
import { standing } from './standing.ts';

type View = z.input<typeof ConsultView>;
type People = Awaited<ReturnType<typeof personRefs>>;

const WHOLE = {
  patient: true,
  advices: { orderBy: [{ typedAt: 'asc' }, { id: 'asc' }] },
  opinions: { orderBy: { version: 'desc' } },
  steps: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ConsultInclude;
type Whole = Prisma.ConsultGetPayload<{ include: typeof WHOLE }>;

const sides = async ({ db }: Ctx, row: Consult): Promise<Pick<View, 'from' | 'to'>> => {
  const departments = await db.department.findMany({
    where: { id: { in: [row.fromDepartmentId, row.toDepartmentId] } },
    include: { hospital: true },
  });
  const side = (departmentId: string): View['from'] => {
    const { id, name, dutyPhone, hospital } = departments.find((department) => department.id === departmentId)!;
    return { hospital: hospitalRef(hospital), department: { id, name }, centerPhone: hospital.centerPhone, dutyPhone };
  };
  return { from: side(row.fromDepartmentId), to: side(row.toDepartmentId) };
};

const opinionView = ({ version, body, hash, signedAt, signerName, signerTitle, hospital }: Whole['opinions'][number]) => ({
  ...OpinionBody.parse(body),
  version,
  signature: { signer: signerName, signerTitle, hospital, signedAt: instant(signedAt), hash },
});

const adviceView = ({ id, text, typedById, typedAt, state, answeredAt }: Whole['advices'][number], people: People) => ({
  id,
  text,
  typedBy: people.get(typedById)!,
  typedAt: instant(typedAt),
  state,
  answeredAt: instantOrNull(answeredAt),
});

const adoptionOf = ({ adoption, adoptionReason, acknowledgedById, acknowledgedAt }: Consult, people: People): View['adoption'] =>
  adoption && acknowledgedById && acknowledgedAt
    ? { adoption, reason: adoptionReason, by: people.get(acknowledgedById)!, at: instant(acknowledgedAt) }
    : null;

/** The columns that need nothing but the row. */
const plain = (row: Consult) => ({
  id: row.id,
  consultNo: row.consultNo,
  status: row.status,
  version: row.version,
  urgency: row.urgency,
  dx: row.dxName === null ? null : { name: row.dxName, code: row.dxCode },
  reason: row.reason,
  purpose: row.purpose,
  summary: row.summary,
  auxResults: row.auxResults,
  wantedTitle: row.wantedTitle,
  bed: row.bed,
  callbackPhone: row.callbackPhone,
  consent: consentOf(row),
  sentAt: instant(row.sentAt),
  acceptedAt: instantOrNull(row.acceptedAt),
  firstResponseAt: instantOrNull(row.firstResponseAt),
  answeredByPhone: row.answeredByPhone,
  note: row.note,
  declineReason: row.declineReason as View['declineReason'],
  outcome: row.outcome,
  clock: clockOf(row),
});

/** The whole case as this reader may see it, read again after whatever has just been done to it. */
export const viewOf = async (ctx: Ctx, { cipher, centers }: { cipher: Cipher; centers: Centers }, id: string): Promise<View> => {
  const row = await ctx.db.consult.findUniqueOrThrow({ where: { id }, include: WHOLE });
  const by = relations(ctx.actor, row);
  const pages = await pagesOf(ctx, id);
  const people = await personRefs(ctx.db, [
    ...[row.requesterId, row.consultantId, row.acknowledgedById],
    ...row.advices.map(({ typedById }) => typedById),
    ...[...row.steps, ...pages].map(({ personId }) => personId),
  ]);
  return {
    ...plain(row),
    ...standing(row, by),
    ...(await sides(ctx, row)),
    patient: patientOf(cipher, row.patient),
    emergency: (await centers.origins(ctx, [row.emergencyId])).get(row.emergencyId) ?? null,
    requester: people.get(row.requesterId)!,
    consultant: row.consultantId ? people.get(row.consultantId)! : null,
    missing: missingOf(row),
    rings: pages.map((page) => ringView(page, people)),
    nextRing: await nextRingOf(ctx, row),
    advices: row.advices.map((advice) => adviceView(advice, people)),
    opinionDraft: by.has('consultant') ? (row.opinionDraft as View['opinionDraft']) : null,
    opinions: row.opinions.map(opinionView),
    adoption: adoptionOf(row, people),
    photos: (await photosOf(ctx.db, [id])).map(photoOf),
    timeline: row.steps.map(({ at, verb, personId }) => ({ at: instant(at), verb, by: personId && people.get(personId)!.name })),
  };
};
