import { z } from 'zod';
import { PersonRef } from './directory.ts';
import { actions, ById, Id, Instant, Nothing } from './kit.ts';

/** What a file may belong to; the relation to it is asked of the feature that keeps it. */
export const AttachmentSubject = z.object({ kind: z.enum(['consult', 'referral', 'emergency']), id: Id });
export type AttachmentSubject = z.infer<typeof AttachmentSubject>;

/** 500 MB: a CT series in one DICOM file, or ten minutes of video. */
export const ATTACHMENT_MAX_BYTES = 500_000_000;
/** What a browser sends at once: what a cut loses, at most. */
export const PIECE_BYTES = 4_000_000;

/** By content; whatever the name says. */
export const AttachmentMime = z.enum([
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'video/mp4',
  'application/dicom',
]);
export type AttachmentMime = z.infer<typeof AttachmentMime>;

/** What it is sent as: a name or a picture is never guessed at. */
export const AttachmentKind = z.enum(['ecg', 'other']);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

export const AttachmentView = z.object({
  id: Id,
  kind: AttachmentKind,
  /** As the sender's device calls it. */
  name: z.string(),
  caption: z.string(),
  mime: AttachmentMime,
  bytes: z.number().int(),
  /** Hex, computed at both ends. */
  sha256: z.string().length(64),
  addedBy: PersonRef,
  addedAt: Instant,
  /** Until when the reader may take it back; null when it is not theirs, or too late. */
  withdrawableUntil: Instant.nullable(),
});
export type AttachmentView = z.infer<typeof AttachmentView>;

const who = ['doctor', 'specialist', 'coordinator'] as const;

/** Documents and large files of a case: begun, sent in pieces over a line that may break, finished with a checksum. */
export const attachments = actions({
  list: {
    http: 'GET /attachments',
    who,
    input: AttachmentSubject,
    /** Oldest first; there are at most fifty. */
    output: z.object({ items: z.array(AttachmentView), mayAdd: z.boolean() }),
  },
  /** Claims the space; refuses `tooLarge` before a byte is sent. What is unfinished after a day is let go of. */
  begin: {
    http: 'POST /attachments',
    who,
    input: z.object({
      subject: AttachmentSubject,
      kind: AttachmentKind.default('other'),
      name: z.string().trim().min(1).max(200),
      caption: z.string().trim().max(100).default(''),
      bytes: z.number().int().min(1),
    }),
    output: z.object({ id: Id, expiresAt: Instant }),
  },
  /** The pieces, by tus 1.0: HEAD says how much is there, PATCH goes on from there, DELETE gives up. Only for who began. */
  send: { stream: 'PATCH /attachments/uploads/:id', who, input: ById, output: Nothing },
  /** Compares size, checksum and content; a file that is not what it should be is deleted. Asked twice, it answers the same. */
  finish: {
    http: 'POST /attachments/uploads/:id/finish',
    who,
    input: ById.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: AttachmentView,
    patience: 120,
  },
  /** The file itself; a `Range` answers with 206. */
  read: {
    stream: 'GET /attachments/:id',
    who,
    input: ById,
    output: z.object({ mime: AttachmentMime, file: z.string() }),
  },
  /** Within a quarter of an hour, by who added it; kept, but no longer shown. */
  withdraw: { http: 'POST /attachments/:id/withdraw', who, input: ById, output: Nothing },
  /** What was begun and not finished within a day. */
  expire: { job: true, who: 'clock', input: ById, output: Nothing },
});

export const attachmentEvents = { 'attachments.changed': AttachmentSubject };
