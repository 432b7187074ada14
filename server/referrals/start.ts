import type { Sheet } from '../../contract/referralSheet.ts';
import { ENDED } from '../../contract/referralSteps.ts';
import { SummaryBody } from '../../contract/referrals.ts';
import { refuse } from '../../contract/refusal.ts';
import { forReferral } from '../consults/referral.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Prisma } from '../db/generated/client.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Centers } from '../records/centers.ts';
import { caseNumber } from '../records/numbers.ts';
import { keepPatient } from '../records/patients.ts';
import type { Input } from './input.ts';
import { noteStep, replan, tellCenter } from './move.ts';
import { type Case, load, saw, WITH_OFFERS } from './relations.ts';
import { sheetColumns, sheetOf, urgencyOf } from './sheet.ts';
import { ownerOf } from './turns.ts';

interface Deps {
  cipher: Cipher;
  centers: Centers;
}
type FromEmergency = Extract<Input<'start'>['from'], { emergencyId: string }>;
type Columns = Prisma.ReferralUncheckedCreateInput;
/** What a draft begins with, whatever it comes from. */
type Beginning = Pick<
  Columns,
  | 'patientId'
  | 'fromHospitalId'
  | 'fromDepartmentId'
  | 'consultId'
  | 'emergencyId'
  | 'originId'
  | 'refiledFromId'
  | 'toHospitalId'
  | 'toDepartmentId'
> & {
  sheet: Sheet;
};

/** For which of their departments the doctor refers. */
const post = ({ actor }: Ctx, hospitalId: string | undefined) => {
  const posts = holding(actor, 'doctor', 'specialist').flatMap((of) =>
    of.departmentId && (hospitalId === undefined || of.hospitalId === hospitalId)
      ? [{ fromHospitalId: of.hospitalId, fromDepartmentId: of.departmentId }]
      : [],
  );
  return posts[0] ?? refuse('forbidden', 'referral.noDepartment', 'Only a doctor of a department can refer a patient');
};

const fromConsult = async (ctx: Ctx, id: string): Promise<Beginning> => {
  const { consult, sheet } = await forReferral(ctx, id);
  const { patientId, fromHospitalId, fromDepartmentId, toHospitalId, toDepartmentId, emergencyId } = consult;
  const sides = { fromHospitalId, fromDepartmentId, toHospitalId, toDepartmentId };
  return { patientId, ...sides, consultId: id, emergencyId, sheet };
};

/** With what the case knows; what its page says in words comes from there. */
const fromEmergency = async (ctx: Ctx, centers: Centers, { emergencyId, sheet }: FromEmergency): Promise<Beginning> => {
  const { bed, callbackPhone, vitals, ...columns } = await centers.begin(ctx, emergencyId);
  const known: Sheet = {
    ...(bed && { bed }),
    ...(callbackPhone && { callbackPhone }),
    ...(Object.keys(vitals).length > 0 && { vitals }),
  };
  return { ...columns, sheet: { ...known, ...sheet } };
};

/** The way home: back to the department it came from, with the summary as its story. */
const fromOrigin = async (ctx: Ctx, cipher: Cipher, id: string): Promise<Beginning> => {
  const { row, by } = await load(ctx, id);
  if (!by.has('receiver'))
    refuse('forbidden', 'referral.notYourPatient', 'Only the department that treated the patient can write the way home');
  if (row.status !== 'summaryReturned') refuse('conflict', 'referral.summaryFirst', 'Return the discharge summary first');
  const summary = await ctx.db.referralSummary.findUniqueOrThrow({ where: { referralId: id } });
  const { course, medication, advice } = SummaryBody.parse(summary.body);
  const { dx, allergies, callbackPhone } = sheetOf(cipher, row);
  const sheet: Sheet = {
    ...(dx && { dx }),
    ...(allergies && { allergies }),
    ...(callbackPhone && { callbackPhone }),
    presentIllness: course,
    treatments: medication || course.slice(0, 4000),
    homePlan: { ...(medication && { medication }), followUp: advice },
  };
  const { toHospitalId, toDepartmentId, fromHospitalId, fromDepartmentId, patientId } = row;
  if (!toHospitalId || !toDepartmentId)
    return refuse('conflict', 'referral.outside', 'The treating hospital is off the platform');
  return {
    patientId,
    fromHospitalId: toHospitalId,
    fromDepartmentId: toDepartmentId,
    toHospitalId: fromHospitalId,
    toDepartmentId: fromDepartmentId,
    originId: id,
    sheet,
  };
};

/** Filed again after it came to nothing: the same patient and sheet, a new number and new answers. */
const refiled = async (ctx: Ctx, cipher: Cipher, id: string): Promise<Beginning> => {
  const { row, by } = await load(ctx, id);
  if (!by.has('referrer') || !ENDED.includes(row.status))
    refuse('conflict', 'referral.notOver', 'Only the sender can file again, once it has ended');
  const { consent: _signedForTheOld, ...sheet } = sheetOf(cipher, row);
  const { patientId, fromHospitalId, fromDepartmentId, toHospitalId, toDepartmentId, emergencyId } = row;
  const sides = { fromHospitalId, fromDepartmentId, toHospitalId, toDepartmentId };
  return { patientId, ...sides, emergencyId, refiledFromId: id, sheet };
};

const beginning = async (ctx: Ctx, { cipher, centers }: Deps, { from, fromHospitalId }: Input<'start'>): Promise<Beginning> => {
  if ('consultId' in from) return fromConsult(ctx, from.consultId);
  if ('emergencyId' in from) return fromEmergency(ctx, centers, from);
  if ('originId' in from) return fromOrigin(ctx, cipher, from.originId);
  if ('refileId' in from) return refiled(ctx, cipher, from.refileId);
  const at = post(ctx, fromHospitalId);
  const patientId = await keepPatient({ db: ctx.db, cipher }, { hospitalId: at.fromHospitalId, input: from.patient });
  return { ...at, patientId, sheet: {} };
};

/** Writes the draft; it has a number and an owner at once, and nobody but its own side sees it. */
export const start =
  (deps: Deps) =>
  async (ctx: Ctx, input: Input<'start'>): Promise<Case> => {
    const { sheet, ...columns } = await beginning(ctx, deps, input);
    const direction = columns.originId ? 'down' : input.direction;
    const lane = direction === 'down' ? 'elective' : input.lane;
    const empty = { status: 'draft', takenOver: false, toHospitalId: null, toDepartmentId: null } as const;
    const created = await ctx.db.referral.create({
      data: {
        ...columns,
        ...sheetColumns(deps.cipher, sheet),
        ...ownerOf({ ...empty, fromHospitalId: columns.fromHospitalId, fromDepartmentId: columns.fromDepartmentId }),
        referralNo: await caseNumber(ctx, 'ZZ'),
        direction,
        lane,
        urgency: urgencyOf(lane),
        referrerId: ctx.actor.id,
        createdAt: ctx.now,
      },
      include: WITH_OFFERS,
    });
    const row = await replan(ctx, created);
    await noteStep(ctx, row, { verb: 'start' });
    await tellCenter(ctx, row, { verb: 'start' });
    saw(ctx, row);
    return row;
  };
