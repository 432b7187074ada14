import type { ReferralCaseRow } from '../../../contract/referralStats.ts';
import type { Column } from '../../edge/table/columns.ts';
import type { Say } from '../../edge/words.ts';

const MINUTE = 60;

/** Where the words of its states are: catalogue and key. */
const STATES: Record<ReferralCaseRow['subject'], readonly [string, string]> = {
  referral: ['referrals', 'status'],
  offer: ['stats', 'offer'],
  consult: ['consults', 'outcome'],
};
const stateOf = ({ subject, state }: ReferralCaseRow, say: Say): string => {
  const [catalogue, key] = STATES[subject];
  return say(catalogue, `${key}.${state}`);
};

/** What every file of cases holds, in this order; headers are in the catalogue, under `export`. */
export const columnsOf = (say: Say): Column<ReferralCaseRow>[] => {
  const column = (key: string, width: number, of: Column<ReferralCaseRow>['of'], format?: string): Column<ReferralCaseRow> => ({
    header: say('stats', `export.${key}`),
    width,
    of,
    ...(format && { format }),
  });
  return [
    column('no', 20, ({ no }) => no),
    column('direction', 10, ({ direction }) => direction && say('referrals', `direction.${direction}`)),
    column('lane', 12, ({ lane }) => lane && say('referrals', `lane.${lane}`)),
    column('urgency', 10, ({ urgency }) => say('common', `urgency.${urgency}`)),
    column('state', 16, (row) => stateOf(row, say)),
    column('from', 24, ({ from }) => from.name),
    column('to', 24, ({ to, outside }) => to?.name ?? outside ?? say('stats', 'referral.end.unknown')),
    column('department', 16, ({ toDepartment }) => toDepartment),
    column('dx', 10, ({ dxCode }) => dxCode),
    column('sex', 8, ({ patient }) => say('common', `sex.${patient.sex}`)),
    column('age', 8, ({ patient }) => patient.approximateAge),
    column('at', 18, ({ at }) => new Date(at), 'yyyy-mm-dd hh:mm'),
    column('minutes', 16, ({ seconds }) => seconds && seconds / MINUTE, '0.0'),
    column('reason', 14, ({ reason }) => reason && say('referrals', `rejectReason.${reason}`)),
  ];
};
