import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { HospitalRef } from '../../../contract/directory.ts';
import type { Task, TaskRole } from '../../../contract/tasks.ts';

/** Who may owe a task: a department's doctors or specialists, or the coordinators of a hospital. */
export interface Desk {
  hospital: z.infer<typeof HospitalRef>;
  department: { id: string; name: string } | null;
  role: TaskRole;
}

const folders: Readonly<Record<Task['subject']['kind'], string>> = {
  consult: 'consults',
  referral: 'referrals',
  emergency: 'emergencies',
};

/** Where the case of a task is. */
export const pathOf = ({ subject: { kind, id } }: Pick<Task, 'subject'>): string => `/${folders[kind]}/${id}`;

/** How desks and people are written. */
export const useTaskWords = () => {
  const { t } = useTranslation(['tasks', 'common']);
  const desk = ({ hospital, department, role }: Desk): string =>
    t('desk', { hospital: hospital.shortName, who: department?.name ?? t(`common:roles.${role}`) });
  /** The one who wants it done; where the house opened it, their side. */
  const opener = ({ openedBy: { hospital, department, person } }: Task): string =>
    t('desk', { hospital: hospital.shortName, who: person?.name ?? department?.name ?? '' }).trim();
  const owner = ({ owner: side, mine, readAt }: Task) => ({
    name: side.person?.name ?? desk(side),
    mine,
    doing: mine ? undefined : t(readAt ? 'read' : 'unread'),
  });
  return { desk, opener, owner };
};
