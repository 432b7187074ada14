import type { z } from 'zod';
import type { Emergency } from '../../contract/emergency.ts';
import { Flag } from '../../contract/emergencyNodes.ts';
import { emergencySteps } from '../../contract/emergencySteps.ts';
import { verbs } from '../../contract/kit.ts';
import { ScoreKind } from '../../contract/scores/index.ts';
import type { Cipher } from '../db/cipher.ts';
import type { EmergencyScore, EmergencyStep, Page, Timepoint } from '../db/generated/client.ts';
import { hospitalRefs, personRefs } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import { instant, instantOrNull } from '../edge/instants.ts';
import { instrumentNames } from '../instruments/index.ts';
import { patientOf } from '../records/patients.ts';
import { phonesOf } from './phones.ts';
import { load } from './relations.ts';
import { rowsOf } from './rows.ts';
import { judgeAll, LISTED, type Listed } from './rules.ts';
import { monthLocked } from './stamp.ts';

type View = z.input<typeof Emergency>;
type People = Awaited<ReturnType<typeof personRefs>>;
interface Names {
  people: People;
  instruments: Map<string, string>;
}

const pointView = (point: Timepoint, { people, instruments }: Names): View['timepoints'][number] => ({
  id: point.id,
  node: point.node as View['timepoints'][number]['node'],
  at: instantOrNull(point.at),
  offsetMs: point.offsetMs,
  source: point.source,
  precision: point.precision,
  value: point.value,
  recorder: point.recorderId ? people.get(point.recorderId)! : null,
  recordedAt: instant(point.recordedAt),
  late: point.late,
  supersedes: point.supersedesId,
  reason: point.reason,
  instrument: point.instrumentId && instruments.get(point.instrumentId)!,
});

const scoreView = ({ id, kind, version, total, band, byId, at }: EmergencyScore, people: People): View['scores'][number] => ({
  id,
  kind: ScoreKind.parse(kind),
  version,
  total,
  band,
  by: people.get(byId)!,
  at: instant(at),
});

const stepView = ({ verb, personId, at, note }: EmergencyStep, people: People): View['steps'][number] => ({
  verb,
  person: personId ? people.get(personId)! : null,
  at: instant(at),
  note,
});

/** Who was rung, for which hospital. */
const teamOf = async ({ db }: Ctx, row: Listed, pages: readonly Page[], people: People): Promise<View['team']> => {
  const own = [row.fromHospitalId, ...(row.toHospitalId ? [row.toHospitalId] : [])];
  const posts = await db.membership.findMany({
    where: { personId: { in: pages.flatMap(({ personId }) => personId ?? []) }, hospitalId: { in: own } },
    select: { personId: true, hospitalId: true },
  });
  const hospitals = await hospitalRefs(db, own);
  return pages.flatMap(({ personId, deskId, line, status, rungAt }) => {
    const hospital = hospitals.get(deskId ?? posts.find((post) => post.personId === personId)?.hospitalId ?? '');
    if (!hospital) return [];
    const rung = line === 1 || line === 2 ? line : null;
    return [{ person: personId ? people.get(personId)! : null, hospital, line: rung, status, rungAt: instant(rungAt) }];
  });
};

const everyone = (row: Listed, steps: readonly EmergencyStep[], pages: readonly Page[]): (string | null)[] => [
  row.activatorId,
  row.reviewedById,
  ...row.timepoints.map(({ recorderId }) => recorderId),
  ...steps.map(({ personId }) => personId),
  ...pages.map(({ personId }) => personId),
];

/** One case as the reader sees it: all stamps, the one that counts of each node, and what they say by the rules of its time. */
export const viewOf = async (ctx: Ctx, cipher: Cipher, id: string): Promise<View> => {
  const { by } = await load(ctx, id);
  const row = await ctx.db.emergencyCase.findUniqueOrThrow({ where: { id }, include: LISTED });
  const found = await judgeAll(ctx.db, [row]);
  const [listed] = await rowsOf(ctx.db, found);
  const { judged } = found[0]!;
  const steps = await ctx.db.emergencyStep.findMany({ where: { caseId: id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  const scores = await ctx.db.emergencyScore.findMany({ where: { caseId: id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  const pages = await ctx.db.page.findMany({ where: { subjectId: id }, orderBy: [{ rungAt: 'asc' }, { id: 'asc' }] });
  const people = await personRefs(ctx.db, [...everyone(row, steps, pages), ...scores.map(({ byId }) => byId)]);
  const instruments = await instrumentNames(
    ctx.db,
    row.timepoints.map(({ instrumentId }) => instrumentId),
  );
  return {
    ...listed!,
    patient: patientOf(cipher, row.patient),
    activator: people.get(row.activatorId)!,
    callbackPhone: row.callbackPhone,
    arrivalMode: row.arrivalMode,
    flags: row.flags.map((flag) => Flag.parse(flag)),
    rulesVersion: row.rulesVersion,
    timepoints: row.timepoints
      .toSorted((one, other) => one.recordedAt.getTime() - other.recordedAt.getTime())
      .map((point) => pointView(point, { people, instruments })),
    shown: [...judged.shown.values()].map((point) => point.id),
    metrics: judged.metrics,
    gaps: judged.gaps,
    completeness: judged.completeness,
    scores: scores.map((each) => scoreView(each, people)),
    team: await teamOf(ctx, row, pages, people),
    phones: await phonesOf(ctx, row),
    outcome: row.outcome,
    note: row.note,
    review: row.reviewedById
      ? { by: people.get(row.reviewedById)!, at: instant(row.reviewedAt!), note: row.reviewNote ?? '' }
      : null,
    steps: steps.map((step) => stepView(step, people)),
    can: verbs(emergencySteps, row.status, by),
    mayStamp: !(await monthLocked(ctx, row)),
    version: row.version,
  };
};
