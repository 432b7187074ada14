import type { AttachmentKind, AttachmentSubject } from '../../contract/attachments.ts';
import type { CallRef } from '../../contract/calls.ts';
import type { Ctx } from './ctx.ts';

/** What a lower room may tell the house; `app.ts` lists who reacts, in the same transaction. */
export interface Facts {
  /** A person was admitted to a call (not merely waiting). */
  'calls.admitted': { call: CallRef; personId: string };
  /** A call has lost its purpose (cancelled, closed): its room is emptied. */
  'calls.over': { call: CallRef };
  /** Somebody or a desk is rung aloud. */
  'paging.rung': { pageId: string };
  /** A ring is over, by whatever way. */
  'paging.stopped': { pageId: string };
  /** A ring was declined or passed on, so the next in line should ring at once. */
  'paging.refused': { subjectKind: string; subjectId: string };
  /** A file of the subject was finished, or taken back. */
  'attachments.changed': { subject: AttachmentSubject; kind: AttachmentKind; what: 'added' | 'withdrawn' };
  /** A step of a consult or a referral that began from a case of a center; `at`: when it truly happened. */
  'links.moved': { emergencyId: string; kind: 'consult' | 'referral'; number: string; verb: string; at: Date };
}

export type Reactions = { [F in keyof Facts]?: readonly ((ctx: Ctx, fact: Facts[F]) => Promise<void>)[] };
