import type { z } from 'zod';
import type { EmergencyRow } from '../../contract/emergency.ts';
import type { Tx } from '../db/client.ts';
import { hospitalRefs } from '../directory/refs.ts';
import { instant, instantOrNull } from '../edge/instants.ts';
import { sketchOf } from '../records/patients.ts';
import { roadView } from './road.ts';
import { type Found, nextOf } from './rules.ts';

const answersOf = async (db: Tx, ids: readonly string[]): Promise<Map<string, number>> => {
  const groups = await db.emergencyStep.groupBy({
    by: ['caseId', 'personId'],
    where: { caseId: { in: [...ids] }, verb: 'answer' },
  });
  const people = new Map<string, number>();
  for (const { caseId } of groups) people.set(caseId, (people.get(caseId) ?? 0) + 1);
  return people;
};

/** Rows as lists show them, without names; the queries do not grow with their number. */
export const rowsOf = async (db: Tx, found: readonly Found[]): Promise<z.input<typeof EmergencyRow>[]> => {
  const rows = found.map(({ row }) => row);
  const hospitals = await hospitalRefs(
    db,
    rows.flatMap(({ fromHospitalId, toHospitalId }) => [fromHospitalId, toHospitalId]),
  );
  const answers = await answersOf(
    db,
    rows.map(({ id }) => id),
  );
  return found.map(({ row, judged }) => ({
    id: row.id,
    emergencyNo: row.emergencyNo,
    center: row.center,
    status: row.status,
    patient: sketchOf(row.patient),
    bed: row.bed,
    from: hospitals.get(row.fromHospitalId)!,
    to: row.toHospitalId ? hospitals.get(row.toHospitalId)! : null,
    startedAt: instant(row.startedAt),
    endedAt: instantOrNull(row.endedAt),
    next: nextOf({ row, judged }),
    answered: answers.get(row.id) ?? 0,
    road: roadView(row, judged.shown),
  }));
};
