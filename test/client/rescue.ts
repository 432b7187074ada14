import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Rescue, rescueOf } from '../../client/src/emergency/page/rescue.ts';
import type { Emergency } from '../../contract/emergency.ts';
import type { NodeCode } from '../../contract/emergencyNodes.ts';
import { EmergencyRules } from '../../contract/emergencyRules.ts';

const set = JSON.parse(readFileSync(join(import.meta.dirname, '../../server/reference/sets/emergencyRules.json'), 'utf8'));
export const RULES = { version: set.version as string, rules: EmergencyRules.parse(set.data) };

const hospital = {
  id: '00000000-0000-4000-8000-000000000001',
  name: '雷波县人民医院',
  shortName: '雷波',
  kind: 'county' as const,
};
export const DOCTOR = { id: '00000000-0000-4000-8000-0000000000cc', name: '马海木呷', title: '主治医师' };
/** 09:00 in Shanghai. */
export const START = Date.parse('2026-11-23T01:00:00.000Z');
export const at = (minutes: number): Date => new Date(START + minutes * 60_000);
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

type Point = Emergency['timepoints'][number];
export const point = (n: number, node: NodeCode, minutes: number | null, more: Partial<Point> = {}): Point => ({
  id: id(n),
  node,
  at: minutes === null ? null : at(minutes).toISOString(),
  offsetMs: 0,
  source: 'manual',
  precision: 'exact',
  value: null,
  recorder: DOCTOR,
  recordedAt: at(minutes ?? 0).toISOString(),
  late: false,
  supersedes: null,
  reason: null,
  instrument: null,
  ...more,
});

/** A case of chest pain as the page is given it; `more` says what this one is about. */
export const emergency = (more: Partial<Emergency> = {}): Emergency => ({
  id: id(900),
  emergencyNo: 'XT20261123000003',
  center: 'chestPain',
  status: 'active',
  patient: {
    id: id(901),
    known: true,
    name: '曲比阿木',
    sex: 'male',
    birthDate: '1963-01-01',
    approximateAge: null,
    idNumber: null,
    document: null,
    phone: null,
    visitNo: null,
  },
  bed: '2',
  from: hospital,
  to: null,
  startedAt: at(0).toISOString(),
  endedAt: null,
  next: null,
  answered: 0,
  road: null,
  activator: DOCTOR,
  callbackPhone: null,
  arrivalMode: null,
  flags: [],
  rulesVersion: RULES.version,
  timepoints: [],
  shown: [],
  metrics: [],
  gaps: [],
  completeness: { recorded: 0, required: 0 },
  scores: [],
  team: [],
  phones: [],
  outcome: null,
  note: null,
  review: null,
  steps: [{ verb: 'activate', person: DOCTOR, at: at(0).toISOString(), note: null }],
  can: ['answer', 'standDown', 'close'],
  mayStamp: true,
  version: 1,
  ...more,
});

type Known = Parameters<typeof rescueOf>[0];
export const rescue = (of: Partial<Emergency>, more: Partial<Known> = {}): Rescue =>
  rescueOf({ emergency: emergency(of), unsent: null, kept: [], rules: RULES, me: DOCTOR.name, ...more })!;

export const CHECKED = { verb: 'check', person: DOCTOR, at: at(20).toISOString(), note: null };
