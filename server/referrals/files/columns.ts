import type { Owner, ReferralRow } from '../../../contract/referrals.ts';
import type { Column } from '../../edge/table/columns.ts';
import type { Say } from '../../edge/words.ts';

const MINUTES = 'yyyy-mm-dd hh:mm';
const moment = (instant: string | null): Date | null => (instant ? new Date(instant) : null);

const ownerOf = ({ hospital: { shortName: hospital }, person, department }: Owner, say: Say): string => {
  if (person) return say('referrals', 'owner.person', { hospital, name: person.name });
  if (department) return say('referrals', 'owner.department', { hospital, department });
  return say('referrals', 'owner.desk', { hospital });
};

/** What the list says of each referral, in the reader's language. */
export const columnsOf = (say: Say): Column<ReferralRow>[] => {
  const column = (key: string, width: number, of: Column<ReferralRow>['of']): Column<ReferralRow> => ({
    header: say('referralFiles', `column.${key}`),
    width,
    of,
  });
  const time = (key: string, of: (row: ReferralRow) => string | null): Column<ReferralRow> => ({
    ...column(key, 18, (row) => moment(of(row))),
    format: MINUTES,
  });
  return [
    column('no', 20, ({ referralNo }) => referralNo),
    column('status', 16, ({ status }) => say('referrals', `status.${status}`)),
    column('direction', 8, ({ direction }) => say('referrals', `direction.${direction}`)),
    column('lane', 10, ({ lane }) => say('referrals', `lane.${lane}`)),
    column('urgency', 8, ({ urgency }) => say('common', `urgency.${urgency}`)),
    column('patient', 14, ({ patient }) => patient.name),
    column('sex', 8, ({ patient }) => say('common', `sex.${patient.sex}`)),
    column('birthDate', 12, ({ patient }) => patient.birthDate),
    column('dx', 24, ({ dx }) => dx),
    column('from', 24, ({ from }) => from.name),
    column('fromDepartment', 14, ({ fromDepartment }) => fromDepartment),
    column('to', 24, ({ to, outside }) => to?.name ?? outside),
    column('toDepartment', 14, ({ toDepartment }) => toDepartment),
    column('owner', 22, ({ owner }) => owner && ownerOf(owner, say)),
    time('dueAt', ({ clock }) => clock?.dueAt ?? null),
    time('expectedAt', ({ expectedAt }) => expectedAt),
    time('submittedAt', ({ submittedAt }) => submittedAt),
    time('createdAt', ({ createdAt }) => createdAt),
  ];
};
