import { z } from 'zod';
import { PersonRef } from './directory.ts';
import { actions, Id, Instant, Nothing, Paging, pageOf } from './kit.ts';

export const AuditRow = z.object({
  id: Id,
  /** Place in the chain; null for the second or so before it is sealed. */
  seq: z.number().int().nullable(),
  at: Instant,
  /** `nobody`: somebody who had not signed in; the person is whose account was named, if it is one of the house. */
  actor: z.object({ kind: z.enum(['person', 'clock', 'nobody']), id: Id.nullable(), name: z.string() }),
  action: z.string(),
  outcome: z.enum(['done', 'refused']),
  reason: z.string().nullable(),
  subjectKind: z.string().nullable(),
  subjectIds: z.array(Id),
  /** The numbers of those subjects that are consults of the auditor's own hospitals. */
  consults: z.array(z.object({ id: Id, consultNo: z.string() })),
  requestId: z.string(),
  hash: z.string().nullable(),
});

/** `HZ`, the day of sending, six digits. */
export const ConsultNo = z.string().regex(/^HZ\d{14}$/);

/** What is wrong with the chain and where: `seq` of the first row that does not fit. */
export const Break = z.object({ seq: z.number().int(), kind: z.enum(['changed', 'missing', 'reordered', 'truncated']) });

export const audit = actions({
  list: {
    http: 'GET /audit',
    who: ['auditor'],
    input: Paging.extend({
      action: z.string().max(80).optional(),
      actorId: Id.optional(),
      /** Name (any part of it) or whole account of somebody of the auditor's own hospitals. */
      actor: z.string().trim().min(1).max(64).optional(),
      subjectId: Id.optional(),
      consultNo: ConsultNo.optional(),
      outcome: z.enum(['done', 'refused']).optional(),
      /** `opening`: writes and the reads that open a record, without lists, which come every few seconds; refusals always. */
      reads: z.enum(['all', 'opening']).default('all'),
      from: Instant.optional(),
      to: Instant.optional(),
    }),
    output: pageOf(AuditRow),
  },
  /** People of the auditor's own hospitals whose name or account holds this, for suggestions; those who have left too. */
  people: {
    http: 'GET /audit/people',
    who: ['auditor'],
    input: z.object({ search: z.string().trim().min(1).max(64) }),
    output: z.object({ items: z.array(PersonRef.extend({ account: z.string() })) }),
  },
  verify: {
    http: 'POST /audit/verify',
    who: ['auditor'],
    patience: 600,
    input: Nothing,
    output: z.object({
      sound: z.boolean(),
      checked: z.number().int(),
      head: z.string().nullable(),
      breaks: z.array(Break),
      at: Instant,
    }),
  },
});
