import type { z } from 'zod';
import { checkVitals, lacking, owed, oxygenNeeded } from '../../contract/referralSheet.ts';
import { type Referral as ReferralView, SummaryBody } from '../../contract/referrals.ts';
import { holdOf } from '../beds/index.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Prisma, ReferralInfo } from '../db/generated/client.ts';
import { hospitalRef, personRefs } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import { instant, instantOrNull } from '../edge/instants.ts';
import type { Centers } from '../records/centers.ts';
import { patientOf } from '../records/patients.ts';
import { see } from './glass.ts';
import { type Case, related, WITH_OFFERS } from './relations.ts';
import { type Names, namesOf, outsideOf, standing } from './rows.ts';
import { sheetOf, vitalRanges } from './sheet.ts';
import { timesOf } from './times.ts';
import { writable } from './write.ts';

type View = z.input<typeof ReferralView>;
type People = Awaited<ReturnType<typeof personRefs>>;

const WHOLE = {
  ...WITH_OFFERS,
  patient: true,
  summary: true,
  infos: { orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] },
  steps: { orderBy: { seq: 'asc' } },
} satisfies Prisma.ReferralInclude;
type Whole = Prisma.ReferralGetPayload<{ include: typeof WHOLE }>;

/** Both ends with the telephones that always work. */
const ends = async ({ db }: Ctx, row: Whole): Promise<Pick<View, 'from' | 'to'>> => {
  const ids = [row.fromDepartmentId, row.toDepartmentId].filter((id) => id !== null);
  const departments = await db.department.findMany({ where: { id: { in: ids } }, include: { hospital: true } });
  const end = (departmentId: string): View['from'] => {
    const { id, name, dutyPhone, hospital } = departments.find((one) => one.id === departmentId)!;
    return {
      hospital: hospitalRef(hospital),
      outside: null,
      department: { id, name },
      centerPhone: hospital.centerPhone,
      dutyPhone,
    };
  };
  const outside = outsideOf(row);
  const elsewhere = {
    hospital: null,
    outside,
    department: null,
    centerPhone: outside?.phone ?? '',
    dutyPhone: outside?.phone ?? '',
  };
  return { from: end(row.fromDepartmentId), to: row.toDepartmentId ? end(row.toDepartmentId) : elsewhere };
};

const offerView = (offer: Case['offers'][number], { hospitals, departments, people }: Names): View['offers'][number] => ({
  id: offer.id,
  hospital: offer.hospitalId ? hospitals.get(offer.hospitalId)! : null,
  outside: outsideOf(offer),
  department: offer.departmentId ? departments.get(offer.departmentId)!.name : null,
  status: offer.status,
  offeredAt: instant(offer.offeredAt),
  dueAt: instant(offer.dueAt),
  decidedAt: instantOrNull(offer.decidedAt),
  decidedBy: offer.decidedById ? people.get(offer.decidedById)! : null,
  reason: offer.reason as View['offers'][number]['reason'],
  note: offer.note,
});

const infoView = (info: ReferralInfo, people: People): View['infos'][number] => ({
  id: info.id,
  status: info.status,
  question: info.question,
  askedBy: people.get(info.askedById)!,
  askedAt: instant(info.askedAt),
  dueAt: instant(info.dueAt),
  answer: info.answer,
  answeredBy: info.answeredById ? people.get(info.answeredById)! : null,
  answeredAt: instantOrNull(info.answeredAt),
});

const summaryView = ({ summary }: Whole): View['summary'] => {
  if (!summary) return null;
  const { signerName, signerTitle, hospital, signedAt, hash } = summary;
  return {
    ...SummaryBody.parse(summary.body),
    signature: { signer: signerName, signerTitle, hospital, signedAt: instant(signedAt), hash },
  };
};

/** What became of it on the way, as far as it has come. */
const course = (
  row: Whole,
): Pick<View, 'arrangement' | 'arrival' | 'admission' | 'transport' | 'backfill' | 'dischargedAt' | 'closesAt' | 'note'> => ({
  arrangement: row.code ? { attending: row.attending, place: row.place, message: row.message, code: row.code } : null,
  arrival: row.arrivedAt
    ? { at: instant(row.arrivedAt), side: row.arrivedBy === 'sender' ? 'sender' : 'receiver', evidence: row.arrivalEvidence }
    : null,
  admission: row.admittedAt ? { at: instant(row.admittedAt), way: row.admissionWay, department: row.admissionWard } : null,
  transport: {
    status: row.transportStatus,
    readyAt: instantOrNull(row.readyAt),
    position:
      row.latitude !== null && row.longitude !== null && row.positionAt
        ? { latitude: row.latitude, longitude: row.longitude, at: instant(row.positionAt) }
        : null,
  },
  backfill:
    row.backfillStatus && row.backfillDueAt
      ? { status: row.backfillStatus, dueAt: instant(row.backfillDueAt), doneAt: instantOrNull(row.backfilledAt) }
      : null,
  dischargedAt: instantOrNull(row.dischargedAt),
  closesAt: instantOrNull(row.closesAt),
  note: row.note,
});

const written = async (
  ctx: Ctx,
  cipher: Cipher,
  row: Whole,
): Promise<Pick<View, 'sheet' | 'owed' | 'lacking' | 'warnings' | 'oxygenNeeded'>> => {
  const sheet = sheetOf(cipher, row);
  const filed = { direction: row.direction, lane: row.lane, sheet };
  return {
    sheet,
    owed: owed(filed),
    lacking: lacking(filed),
    warnings: checkVitals(sheet.vitals ?? {}, (await vitalRanges(ctx)).data),
    oxygenNeeded: oxygenNeeded(sheet.transport ?? {}),
  };
};

/** Other open referrals of the same person among the reader's own: nobody learns of another hospital's. */
const alsoOpen = async ({ db, actor, now }: Ctx, row: Whole): Promise<View['alsoOpen']> =>
  db.referral.findMany({
    where: { AND: [related(actor, now), { endedAt: null, id: { not: row.id }, ...samePerson(row) }] },
    select: { id: true, referralNo: true, status: true },
    take: 5,
  });
const samePerson = ({ patient: { identityId } }: Whole): Prisma.ReferralWhereInput => ({ patient: { identityId } });

const bedOf = async (ctx: Ctx, id: string): Promise<View['hold']> => {
  const hold = await holdOf(ctx.db, id);
  return (
    hold && { id: hold.id, bed: hold.bed.label, department: hold.department, status: hold.status, until: instant(hold.until) }
  );
};

/** The way home that was written for it, if it has been sent. */
const homeOf = async ({ db }: Ctx, { id }: Whole): Promise<string | null> =>
  (
    await db.referral.findFirst({
      where: { originId: id, submittedAt: { not: null } },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    })
  )?.id ?? null;

/** The whole referral as this reader may see it, read again after whatever has just been done to it. */
export const viewOf = async (ctx: Ctx, { cipher, centers }: { cipher: Cipher; centers: Centers }, id: string): Promise<View> => {
  const { by, glassUntil } = await see(ctx, id);
  const row = await ctx.db.referral.findUniqueOrThrow({ where: { id }, include: WHOLE });
  const names = await namesOf(ctx.db, [row]);
  const people = await personRefs(ctx.db, [
    ...row.infos.flatMap(({ askedById, answeredById }) => [askedById, answeredById]),
    ...row.steps.map(({ personId }) => personId),
  ]);
  return {
    ...standing(ctx, row, names),
    ...(await ends(ctx, row)),
    ...(await written(ctx, cipher, row)),
    ...course(row),
    version: row.version,
    sight: glassUntil ? 'glass' : 'party',
    sightUntil: instantOrNull(glassUntil ?? row.sightUntil),
    patientId: row.patientId,
    patient: patientOf(cipher, row.patient),
    consultId: row.consultId,
    emergency: (await centers.origins(ctx, [row.emergencyId])).get(row.emergencyId) ?? null,
    originId: row.originId,
    homeId: await homeOf(ctx, row),
    refiledFromId: row.refiledFromId,
    referrer: names.people.get(row.referrerId)!,
    editable: writable(row, by, ctx.now) !== 'nothing',
    offers: row.offers.map((offer) => offerView(offer, names)),
    infos: row.infos.map((info) => infoView(info, people)),
    hold: await bedOf(ctx, id),
    summary: summaryView(row),
    alsoOpen: await alsoOpen(ctx, row),
    timeline: row.steps.map(({ at, verb, personId, hospitalId, note }) => ({
      at: instant(at),
      verb,
      by: personId && people.get(personId)!.name,
      hospital: hospitalId && (names.hospitals.get(hospitalId)?.shortName ?? null),
      note,
    })),
    times: timesOf(row.steps, row.endedAt ?? ctx.now),
  };
};
