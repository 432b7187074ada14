import { z } from 'zod';
import { HospitalRef, PersonRef } from './directory.ts';
import { actions, ById, Id, Instant, machine, Nothing, Paging, pageOf } from './kit.ts';

export const TaskKind = z.enum(['rehabilitation', 'medication', 'followUp', 'document', 'other']);
export type TaskKind = z.infer<typeof TaskKind>;
export const TaskStatus = z.enum(['open', 'done', 'declined', 'withdrawn']);
export type TaskStatus = z.infer<typeof TaskStatus>;
/** Who of a hospital may owe a task. */
export const TaskRole = z.enum(['doctor', 'specialist', 'coordinator']);
export type TaskRole = z.infer<typeof TaskRole>;

/**
 * owner: the person who owes it, or while nobody is named anyone of the desk it went to; ownerDesk: the coordinators of
 * that hospital; opener: who opened it, their department and their coordinators; feature: the case it is about; clock.
 */
export type TaskRelation = 'owner' | 'ownerDesk' | 'opener' | 'feature' | 'clock';

export const taskSteps = machine<TaskStatus, TaskRelation>()([
  { verb: 'finish', from: ['open'], to: 'done', by: ['owner'] },
  { verb: 'decline', from: ['open'], to: 'declined', by: ['owner'] },
  // To somebody of the same desk, to a coordinator who takes over, or back to the desk: it stays owed.
  { verb: 'reassign', from: ['open'], to: 'open', by: ['owner', 'ownerDesk'] },
  { verb: 'withdraw', from: ['open'], to: 'withdrawn', by: ['opener', 'feature'] },
  { verb: 'escalate', from: ['open'], to: 'open', by: ['clock'] },
  { verb: 'overdue', from: ['open'], to: 'open', by: ['clock'] },
]);
export const TaskVerb = z.enum(['finish', 'decline', 'reassign', 'withdraw', 'escalate', 'overdue']);
export type TaskVerb = z.infer<typeof TaskVerb>;

/** What a task is about. */
export const TaskSubject = z.object({ kind: z.enum(['consult', 'referral', 'emergency']), id: Id });
export type TaskSubject = z.infer<typeof TaskSubject>;

const Side = z.object({
  hospital: HospitalRef,
  department: z.object({ id: Id, name: z.string() }).nullable(),
  person: PersonRef.nullable(),
});

export const Task = z.object({
  id: Id,
  kind: TaskKind,
  status: TaskStatus,
  /** `no`: the number that the case is known by, without the patient. */
  subject: TaskSubject.extend({ no: z.string() }),
  title: z.string(),
  detail: z.string().nullable(),
  owner: Side.extend({ role: TaskRole }),
  /** `person` is null where the house opened it. */
  openedBy: Side,
  /** It is the reader's turn. */
  mine: z.boolean(),
  openedAt: Instant,
  dueAt: Instant,
  readAt: Instant.nullable(),
  /** When the owner's desk was rung because nobody had read it. */
  escalatedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  endedBy: PersonRef.nullable(),
  /** What came of it, or why not. */
  note: z.string().nullable(),
  can: z.array(TaskVerb),
});
export type Task = z.infer<typeof Task>;

const Note = z.string().trim().max(500);
const Reason = Note.min(1);
const who = ['doctor', 'specialist', 'coordinator'] as const;
const verb = <const P extends string, I extends z.ZodRawShape>(path: P, input: I) => ({
  http: `POST /tasks/:id/${path}` as const,
  who,
  input: ById.extend(input),
  output: Task,
});

export const tasks = actions({
  /** For a desk of one of the hospitals that the case belongs to. */
  open: {
    http: 'POST /tasks',
    who,
    input: z.object({
      kind: TaskKind,
      subject: TaskSubject,
      title: z.string().trim().min(1).max(120),
      detail: z.string().trim().max(2000).optional(),
      owner: z.object({ hospitalId: Id, departmentId: Id.optional(), role: TaskRole }),
      dueAt: Instant,
    }),
    output: Task,
  },
  read: { http: 'GET /tasks/:id', who, input: ById, output: Task },
  list: {
    http: 'GET /tasks',
    who,
    /**
     * Open ones by their limit: `mine`, `desk` (owed by the hospitals whose coordinator asks), `opened` (by the asker's
     * side). `done`: ended, the latest first. `all`: whatever their state, the newest first.
     */
    input: Paging.extend({ box: z.enum(['mine', 'desk', 'opened', 'done', 'all']).default('mine'), subjectId: Id.optional() }),
    output: pageOf(Task),
  },
  /** Those that the clock has rung the asker's desk about: unread for too long, or over their limit. */
  ringing: { http: 'GET /tasks/ringing', who: ['coordinator'], input: Nothing, output: z.object({ items: z.array(Task) }) },
  /** Who may be given it. */
  candidates: {
    http: 'GET /tasks/:id/candidates',
    who,
    input: ById,
    output: z.object({ items: z.array(PersonRef) }),
  },
  /** By the owner; a second time changes nothing. */
  markRead: verb('mark-read', {}),
  finish: verb('finish', { note: Note.optional() }),
  decline: verb('decline', { reason: Reason }),
  /** Null gives it back to the desk. */
  reassign: verb('reassign', { personId: Id.nullable() }),
  withdraw: verb('withdraw', { reason: Reason }),
  escalate: { job: true, who: 'clock', input: ById, output: Nothing },
  overdue: { job: true, who: 'clock', input: ById, output: Nothing },
});

export const taskEvents = { 'task.changed': z.object({ id: Id, status: TaskStatus }) };
