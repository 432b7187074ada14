import type { z } from 'zod';
import type { Emergency } from '../../../../contract/emergency.ts';
import { completeness, gapsOf, type MetricValue, metricsOf } from '../../../../contract/emergencyMetrics.ts';
import type { Center, Flag, NodeCode, Precision } from '../../../../contract/emergencyNodes.ts';
import { ROAD_END, type Road } from '../../../../contract/emergencyRoad.ts';
import type { CenterRules, EmergencyRules } from '../../../../contract/emergencyRules.ts';
import { type Stamped, shownOf, type Timed, timesOf } from '../../../../contract/emergencyShown.ts';
import type { EmergencyStatus } from '../../../../contract/emergencySteps.ts';
import type { PatientView } from '../../../../contract/records.ts';
import type { Refused } from '../../lib/refused.ts';
import type { Activation, KeptStamp } from '../outbox.ts';
import { trueTime } from './made.ts';

/** One stamp of the trail, wherever it is: with the server, on its way, or refused. */
export interface Point extends Stamped {
  node: NodeCode;
  precision: z.infer<typeof Precision>;
  late: boolean;
  reason: string | null;
  /** Whose print it was read from; not yet known of what waits on this device. */
  instrument: string | null;
  /** Null: by the platform itself. */
  by: string | null;
  state: 'sent' | 'waiting' | 'refused';
  /** Why the server would not have it. */
  refused: Pick<Refused, 'code' | 'reason'> | null;
}
export type ShownPoint = Timed<Point>;
type Patient = Pick<PatientView, 'known' | 'name' | 'sex' | 'birthDate' | 'approximateAge' | 'visitNo'>;

/** A case as this device knows it: what the server has said, and what has not gone out yet. */
export interface Rescue {
  id: string;
  center: Center;
  status: EmergencyStatus;
  patient: Patient;
  bed: string | null;
  startedAt: Date;
  flags: readonly Flag[];
  /** 在途: null once the door is stamped on this device, sent or not. */
  road: Road | null;
  /** Somebody has gone through the checklist before lysis. */
  checked: boolean;
  rules: CenterRules;
  points: readonly Point[];
  shown: ReadonlyMap<NodeCode, ShownPoint>;
  metrics: readonly MetricValue[];
  gaps: readonly NodeCode[];
  completeness: Emergency['completeness'];
  mayStamp: boolean;
  /** Null while the call itself has not gone out. */
  emergency: Emergency | null;
}

const sentPoint = (point: Emergency['timepoints'][number]): Point => ({
  ...point,
  at: point.at === null ? null : new Date(point.at),
  supersedesId: point.supersedes,
  by: point.recorder?.name ?? null,
  state: 'sent',
  refused: null,
});

const keptPoint = ({ refused, ...stamp }: KeptStamp, by: string): Point => ({
  id: stamp.id,
  node: stamp.node,
  at: trueTime(stamp),
  source: stamp.source ?? 'manual',
  precision: stamp.precision ?? 'exact',
  value: stamp.value ?? null,
  supersedesId: stamp.supersedes ?? null,
  late: false,
  reason: stamp.reason ?? null,
  instrument: null,
  by,
  state: refused ? 'refused' : 'waiting',
  refused,
});

/** What the server has, then what it has not; a stamp that has arrived is no longer unsent, whatever the device still holds. */
export const mergedPoints = (sent: Emergency['timepoints'], kept: readonly KeptStamp[], by: string): Point[] => {
  const arrived = new Set(sent.map(({ id }) => id));
  return [...sent.map(sentPoint), ...kept.filter(({ id }) => !arrived.has(id)).map((each) => keptPoint(each, by))];
};

const patientOf = ({ patient }: Activation): Patient => {
  const none = { name: null, birthDate: null, approximateAge: null, visitNo: null };
  if (!patient) return { ...none, known: false, sex: 'unknown' };
  const { known, sex } = patient;
  if (!known) return { ...none, known, sex, approximateAge: patient.approximateAge ?? null };
  return { ...none, known, sex, name: patient.name, birthDate: patient.birthDate, visitNo: patient.visitNo ?? null };
};

interface Known {
  emergency: Emergency | null;
  unsent: Activation | null;
  kept: readonly KeptStamp[];
  rules: { version: string; rules: EmergencyRules };
  /** Whose device this is. */
  me: string;
}

const faceOf = ({ emergency, unsent }: Known) => {
  if (emergency) {
    const { id, center, status, patient, bed, flags, mayStamp, steps, road } = emergency;
    const checked = steps.some(({ verb }) => verb === 'check');
    return { id, center, status, patient, bed, flags, mayStamp, checked, road, startedAt: new Date(emergency.startedAt) };
  }
  if (!unsent) return null;
  const { id, center, bed = null, flags = [], etaAt = null, offsetMs } = unsent;
  const startedAt = trueTime(unsent)!;
  const eta = trueTime({ at: etaAt, offsetMs });
  return {
    id,
    center,
    status: 'active' as const,
    patient: patientOf(unsent),
    bed,
    flags,
    road: eta && { etaAt: eta.toISOString(), position: null },
    mayStamp: true,
    checked: false,
    startedAt,
  };
};

/** Null while nothing is known of the case. */
export const rescueOf = (known: Known): Rescue | null => {
  const face = faceOf(known);
  if (!face) return null;
  const { emergency, kept, me, rules: edition } = known;
  const rules = edition.rules[face.center];
  const points = mergedPoints(emergency?.timepoints ?? [], kept, me);
  const shown = shownOf(points.filter(({ state }) => state !== 'refused'));
  const facts = { nodes: timesOf(shown), flags: new Set(face.flags), outcome: emergency?.outcome ?? null };
  // A case is judged by the rules of its day; where the device holds others the server's word stands.
  const judged =
    emergency && emergency.rulesVersion !== edition.version
      ? emergency
      : { metrics: metricsOf(rules, facts), gaps: gapsOf(rules, facts), completeness: completeness(rules, facts) };
  const { metrics, gaps } = judged;
  const road = shown.has(ROAD_END[face.center]) ? null : face.road;
  return { ...face, road, rules, points, shown, metrics, gaps, completeness: judged.completeness, emergency };
};

/** Stamps of this device that the server has not taken. */
export const unsentOf = ({ points }: Rescue): Point[] => points.filter(({ state }) => state !== 'sent');
