import type { ReferralCaseRow } from '../../../contract/referralStats.ts';
import type { Say } from './words.ts';

/** A moment in Asia/Shanghai, a number, or a text. */
export type Value = Date | number | string | null;

interface Column {
  /** In the catalogues, under `export`. */
  key: string;
  /** In characters. */
  width: number;
  of(row: ReferralCaseRow, say: Say): Value;
}

const MINUTE = 60;

/** Where the words of its states are. */
const STATES: Record<ReferralCaseRow['subject'], string> = {
  referral: 'referrals:status',
  offer: 'offer',
  consult: 'consults:outcome',
};

/** What every file of cases holds, in this order. */
export const COLUMNS: readonly Column[] = [
  { key: 'no', width: 20, of: ({ no }) => no },
  { key: 'direction', width: 10, of: ({ direction }, say) => direction && say(`referrals:direction.${direction}`) },
  { key: 'lane', width: 12, of: ({ lane }, say) => lane && say(`referrals:lane.${lane}`) },
  { key: 'urgency', width: 10, of: ({ urgency }, say) => say(`common:urgency.${urgency}`) },
  { key: 'state', width: 16, of: ({ subject, state }, say) => say(`${STATES[subject]}.${state}`) },
  { key: 'from', width: 24, of: ({ from }) => from.name },
  { key: 'to', width: 24, of: ({ to, outside }, say) => to?.name ?? outside ?? say('referral.end.unknown') },
  { key: 'department', width: 16, of: ({ toDepartment }) => toDepartment },
  { key: 'dx', width: 10, of: ({ dxCode }) => dxCode },
  { key: 'sex', width: 8, of: ({ patient }, say) => say(`common:sex.${patient.sex}`) },
  { key: 'age', width: 8, of: ({ patient }) => patient.approximateAge },
  { key: 'at', width: 18, of: ({ at }) => new Date(at) },
  { key: 'minutes', width: 16, of: ({ seconds }) => seconds && seconds / MINUTE },
  { key: 'reason', width: 14, of: ({ reason }, say) => reason && say(`referrals:rejectReason.${reason}`) },
];

const SHANGHAI_MS = 8 * 3_600_000;
/** The same clock face in UTC, which is what sheets and plain text know. */
export const localFace = (at: Date): Date => new Date(at.getTime() + SHANGHAI_MS);
