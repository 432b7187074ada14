import { z } from 'zod';
import { actions, Id, Instant, Nothing, Paging, pageOf } from './kit.ts';

export const AuditRow = z.object({
  id: Id,
  /** Place in the chain; null for the second or so before it is sealed. */
  seq: z.number().int().nullable(),
  at: Instant,
  actor: z.object({ id: Id.nullable(), name: z.string() }),
  action: z.string(),
  outcome: z.enum(['done', 'refused']),
  reason: z.string().nullable(),
  subjectKind: z.string().nullable(),
  subjectIds: z.array(Id),
  requestId: z.string(),
  hash: z.string().nullable(),
});

/** What is wrong with the chain and where: `seq` of the first row that does not fit. */
export const Break = z.object({ seq: z.number().int(), kind: z.enum(['changed', 'missing', 'reordered', 'truncated']) });

export const audit = actions({
  list: {
    http: 'GET /audit',
    who: ['auditor'],
    input: Paging.extend({
      action: z.string().max(80).optional(),
      actorId: Id.optional(),
      subjectId: Id.optional(),
      outcome: z.enum(['done', 'refused']).optional(),
      from: Instant.optional(),
      to: Instant.optional(),
    }),
    output: pageOf(AuditRow),
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
