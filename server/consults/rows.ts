import type { z } from 'zod';
import { ClockView, Consent, type ConsultRow, Missing } from '../../contract/consults.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Consult, Patient } from '../db/generated/client.ts';
import { departmentRefs, hospitalRefs, personRefs } from '../directory/refs.ts';
import type { Ctx } from '../edge/ctx.ts';
import { instant } from '../edge/instants.ts';
import { patientOf } from '../records/patients.ts';
import { relations } from './relations.ts';
import { standing } from './standing.ts';

export type WithPatient = Consult & { patient: Patient };

export const clockOf = ({ clockName, clockStartedAt, clockDueAt }: Consult): ClockView | null =>
  clockName && clockStartedAt && clockDueAt
    ? ClockView.parse({ name: clockName, startedAt: instant(clockStartedAt), dueAt: instant(clockDueAt) })
    : null;

export const consentOf = ({ consent }: Consult): z.infer<typeof Consent> | null => Consent.nullable().parse(consent);

/** What is still owed; a deferred consent is owed in writing. */
export const missingOf = (row: WithPatient): z.infer<typeof Missing>[] => {
  const there: Record<z.infer<typeof Missing>, boolean> = {
    identity: row.patient.known,
    dx: row.dxName !== null,
    reason: row.reason !== null,
    summary: row.summary !== null,
    consent: consentOf(row)?.state === 'signed',
  };
  return Missing.options.filter((name) => !there[name]);
};

/** List rows with everything they show, in four queries whatever their number. */
export const rowsOf = async (ctx: Ctx, cipher: Cipher, rows: readonly WithPatient[]): Promise<z.input<typeof ConsultRow>[]> => {
  const { db, actor } = ctx;
  const people = await personRefs(
    db,
    rows.flatMap(({ requesterId, consultantId }) => [requesterId, consultantId]),
  );
  const hospitals = await hospitalRefs(
    db,
    rows.flatMap(({ fromHospitalId, toHospitalId }) => [fromHospitalId, toHospitalId]),
  );
  const departments = await departmentRefs(
    db,
    rows.map(({ toDepartmentId }) => toDepartmentId),
  );
  return rows.map((row) => ({
    id: row.id,
    consultNo: row.consultNo,
    status: row.status,
    urgency: row.urgency,
    patient: patientOf(cipher, row.patient),
    dx: row.dxName,
    purpose: row.purpose,
    from: hospitals.get(row.fromHospitalId)!,
    to: hospitals.get(row.toHospitalId)!,
    toDepartment: departments.get(row.toDepartmentId)!.name,
    requester: people.get(row.requesterId)!,
    consultant: row.consultantId ? people.get(row.consultantId)! : null,
    clock: clockOf(row),
    sentAt: instant(row.sentAt),
    ...standing(row, relations(actor, row)),
  }));
};
