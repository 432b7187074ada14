import type { Task } from '../contract/tasks.ts';
import { hospitalId } from '../prisma/seed/hospitals.ts';
import type { Page } from '../server/db/generated/client.ts';
import type { Person } from './person.ts';
import type { TestHouse } from './support.ts';
import { type Ward, ward } from './ward.ts';

export const HOUR = 3_600_000;
export const LEIBO = hospitalId('leibo');
export const XIANGSHAN = hospitalId('xiangshan');

export type Asked = Parameters<Person['api']['tasks']['open']>[0];

/** A ward with a consult in session, about which both sides owe one another things. */
export interface TaskWard extends Ward {
  consultId: string;
  /** An instant from now, ISO 8601. */
  inHours(hours: number): string;
  /** The specialist asks the doctors of the department that asked; within 24 h unless said. */
  open(more?: Partial<Asked>, by?: Person): Promise<Task>;
  /** The open deadline of a task. */
  deadline(id: string, action: 'escalate' | 'overdue'): Promise<{ id: string; dueAt: Date }>;
  /** Every ring about a task, in order. */
  rungAbout(id: string): Promise<Page[]>;
  /** A quiet night, another consult and no tasks. */
  begin(): Promise<void>;
}

export const idsOf = ({ items }: { items: Task[] }): string[] => items.map(({ id }) => id);

export const taskWard = async (h: TestHouse): Promise<TaskWard> => {
  const w = await ward(h);
  const { memberships } = await w.doctor.api.auth.me();
  const departmentId = memberships[0]!.department!.id;
  const inHours = (hours: number) => new Date(h.clock.now().getTime() + hours * HOUR).toISOString();
  const own: TaskWard = {
    ...w,
    consultId: '',
    inHours,
    open: (more = {}, by = w.first) =>
      by.api.tasks.open({
        kind: 'followUp',
        subject: { kind: 'consult', id: own.consultId },
        title: '复查肌钙蛋白',
        owner: { hospitalId: LEIBO, departmentId, role: 'doctor' },
        dueAt: inHours(24),
        ...more,
      }),
    deadline: (subjectId, action) =>
      h.db.deadline.findFirstOrThrow({ where: { subjectId, action: `tasks.${action}`, settledAt: null } }),
    rungAbout: (subjectId) => h.db.page.findMany({ where: { subjectKind: 'task', subjectId }, orderBy: { id: 'asc' } }),
    async begin() {
      await w.quiet();
      await h.db.task.deleteMany();
      own.consultId = (await w.inSession()).id;
    },
  };
  return own;
};
