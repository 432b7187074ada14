import type { Center, NodeCode } from '../../contract/emergencyNodes.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { EmergencyCase } from '../db/generated/client.ts';
import { holding } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import { caseNumber } from '../records/numbers.ts';
import { keepPatient } from '../records/patients.ts';
import { reference } from '../reference/index.ts';
import { callTeam } from './call.ts';
import type { Input } from './input.ts';
import { noteStep, tellChanged } from './move.ts';
import { load, saw } from './relations.ts';
import { expectedAt } from './road.ts';
import { stampBy } from './stamp.ts';

const PREFIX = { chestPain: 'XT', stroke: 'CZ', trauma: 'CS', maternal: 'YC', newborn: 'ET' } as const;
/** The node that the call itself is, where a center has one. */
const CALLED: Partial<Record<Center, NodeCode>> = { stroke: 'ALERT', trauma: 'ALERT', maternal: 'ALERT' };
/** 预警: what a call from the road is besides. */
const WARNED: Partial<Record<Center, NodeCode>> = { trauma: 'PREALERT' };
/** A call that waited longer than this for a link is a fault of the clock. */
const WAITED_MS = 3 * 86_400_000;

const centerOf = async ({ db, actor }: Ctx, { center, hospitalId }: Input<'activate'>) => {
  if (!holding(actor, 'doctor', 'coordinator').some((of) => of.hospitalId === hospitalId))
    refuse('forbidden', 'emergency.notYourHospital', 'Only a doctor or the desk of the hospital can call its team');
  const found = await db.emergencyCenter.findUnique({ where: { hospitalId_center: { hospitalId, center } } });
  return found ?? refuse('notFound', 'center', 'This hospital has no such center; telephone the duty line');
};

/** When the button was pressed, by the clock of the server. */
const pressedAt = ({ now }: Ctx, { at, offsetMs }: Input<'activate'>): Date => {
  const time = new Date(new Date(at).getTime() - offsetMs);
  const waited = now.getTime() - time.getTime();
  return waited > 0 && waited < WAITED_MS ? time : now;
};

const create = async (ctx: Ctx, cipher: Cipher, input: Input<'activate'>): Promise<EmergencyCase> => {
  const { departmentId, partnerHospitalId, partnerDepartmentId } = await centerOf(ctx, input);
  const files = { db: ctx.db, cipher };
  const { version } = await reference(ctx.db, 'emergencyRules', ctx.now);
  const startedAt = pressedAt(ctx, input);
  return ctx.db.emergencyCase.create({
    data: {
      id: input.id,
      emergencyNo: await caseNumber(ctx, PREFIX[input.center]),
      center: input.center,
      patientId: await keepPatient(files, { hospitalId: input.hospitalId, input: input.patient }),
      fromHospitalId: input.hospitalId,
      fromDepartmentId: departmentId,
      toHospitalId: partnerHospitalId,
      toDepartmentId: partnerDepartmentId,
      activatorId: ctx.actor.id,
      bed: input.bed ?? null,
      callbackPhone: input.callbackPhone ?? null,
      arrivalMode: input.arrivalMode ?? null,
      flags: input.flags,
      rulesVersion: version,
      startedAt,
      etaAt: expectedAt(input, startedAt),
      createdAt: ctx.now,
    },
  });
};

/** One tap: the case, the team call and the first time node in one transaction; sent twice it is one case. */
export const activate =
  (cipher: Cipher) =>
  async (ctx: Ctx, input: Input<'activate'>): Promise<EmergencyCase> => {
    if (await ctx.db.emergencyCase.findUnique({ where: { id: input.id } })) return (await load(ctx, input.id)).row;
    const row = await create(ctx, cipher, input);
    for (const node of [CALLED[row.center], row.etaAt ? WARNED[row.center] : undefined])
      if (node) await stampBy(ctx, row, { node, at: row.startedAt });
    await noteStep(ctx, row, { verb: 'activate' });
    await callTeam(ctx, row, 0);
    saw(ctx, row);
    tellChanged(ctx, row);
    return row;
  };
