import type { Referral } from '../../contract/referrals.ts';

const hospital = (n: number, shortName: string) => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  name: `${shortName}县人民医院`,
  shortName,
  kind: 'county' as const,
});
export const SENDER = hospital(1, '雷波');
export const RECEIVER = hospital(2, '锦江');
export const OTHER = hospital(3, '州一');

const end = (of: typeof SENDER) => ({
  hospital: of,
  outside: null,
  department: { id: '00000000-0000-4000-8000-0000000000d1', name: '重症医学科' },
  centerPhone: '0834-1',
  dutyPhone: '0834-2',
});

/** A referral on its way up as the page is given it; `more` says what this one is about. */
export const referral = (more: Partial<Referral> = {}): Referral => ({
  id: '00000000-0000-4000-8000-0000000000aa',
  referralNo: 'ZZ20261123000008',
  status: 'submitted',
  direction: 'up',
  lane: 'elective',
  urgency: 'urgent',
  owner: null,
  mine: false,
  clock: null,
  expectedAt: null,
  accepted: false,
  submittedAt: '2026-11-23T00:00:00.000Z',
  createdAt: '2026-11-22T23:00:00.000Z',
  can: [],
  version: 1,
  sight: 'party',
  sightUntil: null,
  patientId: '00000000-0000-4000-8000-0000000000bb',
  patient: {
    id: '00000000-0000-4000-8000-0000000000bb',
    known: true,
    name: '阿力么',
    sex: 'male',
    birthDate: '1985-01-01',
    approximateAge: null,
    idNumber: null,
    document: null,
    phone: null,
    visitNo: null,
  },
  consultId: null,
  emergency: null,
  originId: null,
  homeId: null,
  refiledFromId: null,
  from: end(SENDER),
  to: end(RECEIVER),
  referrer: { id: '00000000-0000-4000-8000-0000000000cc', name: '马海木呷', title: '主治医师' },
  sheet: {},
  owed: [],
  lacking: [],
  warnings: [],
  oxygenNeeded: null,
  editable: false,
  offers: [],
  infos: [],
  hold: null,
  transport: { status: 'planned', readyAt: null, position: null },
  backfill: null,
  arrangement: null,
  arrival: null,
  admission: null,
  dischargedAt: null,
  summary: null,
  closesAt: null,
  note: null,
  alsoOpen: [],
  timeline: [],
  times: [],
  ...more,
});

/** One line of its history at this minute of the day it was sent. */
export const line = (minute: number, verb: string): Referral['timeline'][number] => ({
  at: new Date(Date.UTC(2026, 10, 23, 0, minute)).toISOString(),
  verb,
  by: '罗静',
  hospital: '锦江',
  note: null,
});
