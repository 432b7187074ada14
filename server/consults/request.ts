import type { z } from 'zod';
import type { ConsultRequest } from '../../contract/consults.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Consult, Department } from '../db/generated/client.ts';
import { activeAgreement } from '../directory/agreements.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Beginning, Centers } from '../records/centers.ts';
import { caseNumber } from '../records/numbers.ts';
import { keepPatient } from '../records/patients.ts';
import { dueBy, limitsNow, workingHours } from './limits.ts';
import { clockColumns, keepPlan, noteStep, planFor, tellCenter, tellChanged } from './move.ts';
import { saw } from './relations.ts';
import { ringFrom } from './ring.ts';

type Input = z.output<typeof ConsultRequest>;

const DAY_MS = 86_400_000;

const invited = async ({ db }: Ctx, id: string): Promise<Department> =>
  (await db.department.findUnique({ where: { id } })) ?? refuse('notFound', 'department', 'There is no such department');

interface Post {
  hospitalId: string;
  departmentId: string | null;
}

/** Where the doctor stands who asks; from a case of a center they ask for the center. */
const postsOf = ({ actor }: Ctx, { fromHospitalId }: Input, begun: Beginning | null): Post[] => {
  const wanted = begun?.fromHospitalId ?? fromHospitalId;
  const own = holding(actor, 'doctor').filter(({ hospitalId }) => wanted === undefined || hospitalId === wanted);
  if (!begun) return own.filter(({ departmentId }) => departmentId);
  return own.slice(0, 1).map(({ hospitalId }) => ({ hospitalId, departmentId: begun.fromDepartmentId }));
};

/** For which of the doctor's departments, and under which agreement: institutions invite institutions. */
const inviting = async (ctx: Ctx, posts: readonly Post[], to: Department) => {
  if (posts.length === 0) {
    refuse('forbidden', 'request.noDepartment', 'Only a doctor of a department of the requesting hospital can ask');
  }
  for (const { hospitalId, departmentId } of posts) {
    const wanted = { fromHospitalId: hospitalId, toHospitalId: to.hospitalId, code: to.code, at: ctx.now };
    const agreement = await activeAgreement(ctx.db, wanted);
    if (agreement && departmentId)
      return { agreementId: agreement.id, fromHospitalId: hospitalId, fromDepartmentId: departmentId };
  }
  return refuse(
    'conflict',
    'agreement.missing',
    'No agreement in force covers this department; choose another partner, or ask your coordinator to renew the agreement',
  );
};

const story = ({ dx, reason, purpose, summary, auxResults, wantedTitle, bed, callbackPhone, consent }: Input) => ({
  dxName: dx?.name ?? null,
  dxCode: dx?.code ?? null,
  reason: reason ?? null,
  purpose,
  summary: summary ?? null,
  auxResults: auxResults ?? null,
  wantedTitle: wantedTitle ?? null,
  bed: bed ?? null,
  callbackPhone,
  ...(consent && { consent }),
});

/** The patient of the case; a stranger to them goes out with a STAT alone. */
const patientOf = async (ctx: Ctx, { urgency }: Input, { patientId }: Beginning): Promise<string> => {
  const { known } = await ctx.db.patient.findUniqueOrThrow({ where: { id: patientId }, select: { known: true } });
  if (!known && urgency !== 'stat')
    refuse('invalid', 'request.unknownPatient', 'Say in the case who the patient is, or send it as STAT');
  return patientId;
};

/** Limits of this sending: when the first answer is due, counted from now. */
export const sending = async (ctx: Ctx, urgency: Consult['urgency']) => {
  const limits = await limitsNow(ctx, urgency);
  return { sentAt: ctx.now, limits, responseDueAt: dueBy(limits, await workingHours(ctx))('firstResponse', ctx.now) };
};

/** Pressed while the line was down: the true time goes into the history. One that cannot be is left out. */
const notePressed = async (ctx: Ctx, consultId: string, pressedAt: string | undefined): Promise<void> => {
  const at = pressedAt === undefined ? ctx.now : new Date(pressedAt);
  const ago = ctx.now.getTime() - at.getTime();
  if (ago > 0 && ago < DAY_MS) await noteStep({ ...ctx, now: at }, consultId, 'press');
};

/** Writes the request, gives it its number and rings whoever is on duty. */
export const request =
  ({ cipher, centers }: { cipher: Cipher; centers: Centers }) =>
  async (ctx: Ctx, input: Input): Promise<Consult> => {
    const begun = input.emergencyId ? await centers.begin(ctx, input.emergencyId) : null;
    const to = await invited(ctx, input.toDepartmentId);
    const from = await inviting(ctx, postsOf(ctx, input, begun), to);
    const patientId = begun
      ? await patientOf(ctx, input, begun)
      : await keepPatient({ db: ctx.db, cipher }, { hospitalId: from.fromHospitalId, input: input.patient! });
    const created = await ctx.db.consult.create({
      data: {
        consultNo: await caseNumber(ctx, 'HZ'),
        urgency: input.urgency,
        patientId,
        emergencyId: begun?.emergencyId ?? null,
        ...from,
        requesterId: ctx.actor.id,
        toHospitalId: to.hospitalId,
        toDepartmentId: to.id,
        ...story(input),
        ...(await sending(ctx, input.urgency)),
      },
    });
    const plan = await planFor(ctx, created);
    await ctx.db.consult.update({ where: { id: created.id }, data: clockColumns(plan) });
    await keepPlan(ctx, created, plan);
    await notePressed(ctx, created.id, input.pressedAt);
    await noteStep(ctx, created.id, 'request');
    await tellCenter(ctx, created, 'request');
    await ringFrom(ctx, created, 0);
    saw(ctx, created);
    tellChanged(ctx, created);
    return created;
  };
