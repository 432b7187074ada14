import type { NodeCode } from '../../contract/emergencyNodes.ts';
import type { Cipher } from '../../server/db/cipher.ts';
import type { Tx } from '../../server/db/client.ts';
import type { Prisma } from '../../server/db/generated/client.ts';
import { insertRows } from './bulk.ts';
import { centerRows } from './centers.ts';
import { numberOf, type Written } from './history.ts';
import { HOSPITALS, hospitalId } from './hospitals.ts';
import { idOf } from './ids.ts';
import { type DemoPatient, identityOf, patientMaker } from './patients.ts';
import { PEOPLE } from './people.ts';
import { type Random, randomFrom } from './random.ts';
import { RESCUES, type Rescue } from './rescues.ts';

/** Cases of the year before today. */
const COUNT = 420;
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const PREFIX = { chestPain: 'XT', stroke: 'CZ', trauma: 'CS', maternal: 'YC', newborn: 'ET' } as const;
const SURVIVED = [
  ['admitted', 7],
  ['transferred', 3],
  ['died', 0.3],
] as const;

const doctorsOf = (hospital: string) => PEOPLE.filter((person) => person.hospital.key === hospital && person.role === 'doctor');
const COUNTIES = HOSPITALS.filter(({ kind, key }) => kind === 'county' && doctorsOf(key).length > 0);

type Points = Prisma.TimepointCreateManyInput[];
interface Told {
  id: string;
  at: Date;
  recorderId: string;
}

const point = ({ id, recorderId }: Told, node: NodeCode, at: Date, value: number | null = null): Points[number] => ({
  id: idOf('timepoint', id, node),
  caseId: id,
  node,
  at,
  offsetMs: 0,
  source: 'manual',
  precision: node === 'ONSET' || node === 'LKW' ? 'estimated' : 'exact',
  value,
  recorderId,
  recordedAt: at,
  late: false,
  supersedesId: null,
  reason: null,
});

/** How the clock ran: counties learn over the year, and now and then a node is forgotten. */
const pointsOf = (random: Random, rescue: Rescue, told: Told, learned: number): Points => {
  const times = new Map<NodeCode, Date>([[rescue.door, told.at]]);
  const made = [point(told, rescue.door, told.at)];
  if (rescue.first) {
    const [node, minutes] = rescue.first;
    made.push(point(told, node, new Date(told.at.getTime() - random.around(minutes, 0.5) * MINUTE)));
  }
  for (const [node, after, minutes] of rescue.links) {
    const from = times.get(after);
    const took = random.around(minutes * (1.15 - 0.3 * learned), 0.22) * MINUTE;
    if (!from) continue;
    times.set(node, new Date(from.getTime() + Math.max(20_000, took)));
    const forgotten = random.chance(0.09 - 0.06 * learned);
    if (!forgotten)
      made.push(point(told, node, times.get(node)!, node === 'TEMP0' ? Math.round(random.around(36.6, 0.008) * 10) / 10 : null));
  }
  return made;
};

interface Case {
  row: Prisma.EmergencyCaseCreateManyInput & { id: string };
  points: Points;
  steps: Prisma.EmergencyStepCreateManyInput[];
  patient: DemoPatient;
}

interface World {
  random: Random;
  now: Date;
  version: string;
  centers: ReturnType<typeof centerRows>;
  patient: ReturnType<typeof patientMaker>;
}

const caseOf = ({ random, now, version, centers, patient }: World, place: number): Case => {
  const rescue = random.weighted(RESCUES.map((each) => [each, each.weight] as const));
  const hospital = random.pick(COUNTIES);
  const at = new Date(now.getTime() - DAY * (1 + (365 * (COUNT - place)) / COUNT) - random.int(0, 1_439) * MINUTE);
  const id = idOf('emergency', place);
  const recorderId = idOf('person', random.pick(doctorsOf(hospital.key)).account);
  const center = centers.find((each) => each.hospitalId === hospitalId(hospital.key) && each.center === rescue.center)!;
  const made = patient({
    id: idOf('patient', 'emergency', place),
    hospital,
    kind: rescue.kind,
    at,
    unknown: random.chance(0.04),
  });
  const points = pointsOf(random, rescue, { id, at, recorderId }, place / COUNT);
  const endedAt = new Date(at.getTime() + random.int(90, 400) * MINUTE);
  const reviewed = place < COUNT - 30;
  const step = (verb: string, when: Date) => ({
    id: idOf('emergencyStep', id, verb),
    caseId: id,
    verb,
    personId: recorderId,
    hospitalId: center.hospitalId,
    at: when,
    note: null,
  });
  return {
    patient: made,
    points,
    steps: [step('activate', at), step('close', endedAt)],
    row: {
      id,
      emergencyNo: numberOf(PREFIX[rescue.center], at, place),
      center: rescue.center,
      status: reviewed ? 'reviewed' : 'closed',
      version: 1,
      patientId: made.row.id,
      fromHospitalId: center.hospitalId,
      fromDepartmentId: center.departmentId,
      toHospitalId: center.partnerHospitalId ?? null,
      toDepartmentId: center.partnerDepartmentId ?? null,
      activatorId: recorderId,
      bed: `抢救${random.int(1, 4)}`,
      callbackPhone: null,
      arrivalMode: random.chance(0.4) ? 'ambulance' : 'walkIn',
      flags: [...rescue.flags],
      rulesVersion: version,
      startedAt: at,
      createdAt: at,
      endedAt,
      outcome: random.weighted(SURVIVED),
      note: null,
      reviewedById: reviewed ? idOf('person', `${hospital.key}.center`) : null,
      reviewedAt: reviewed ? new Date(endedAt.getTime() + 2 * DAY) : null,
      reviewNote: reviewed ? '节点核对无误' : null,
    },
  };
};

/** A year of the five centers, the last month still waiting for its review. */
export const seedEmergencies = async (db: Tx, cipher: Cipher, { now, taken }: Written): Promise<void> => {
  const random = randomFrom(2_026);
  const { version } = await db.referenceSet.findFirstOrThrow({ where: { name: 'emergencyRules' }, orderBy: { version: 'desc' } });
  const world = { random, now, version, centers: centerRows(now), patient: patientMaker(cipher, random, taken) };
  const cases = Array.from({ length: COUNT }, (_, place) => caseOf(world, place + 1));
  const patients = cases.map(({ patient }) => patient.row);
  await db.identity.createMany({ data: patients.map(identityOf) });
  await db.patient.createMany({ data: patients });
  await insertRows(
    db,
    'emergency_case',
    cases.map(({ row }) => row),
  );
  await insertRows(
    db,
    'timepoint',
    cases.flatMap(({ points }) => points),
  );
  await insertRows(
    db,
    'emergency_step',
    cases.flatMap(({ steps }) => steps),
  );
  await db.$executeRaw`SELECT setval('emergency_no_seq', ${COUNT})`;
};
