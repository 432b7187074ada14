import type { z } from 'zod';
import type { Entry, EntryKind } from '../../contract/patients.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Actor } from '../edge/actor.ts';
import type { Ctx } from '../edge/ctx.ts';
import type { Cursor } from '../edge/cursor.ts';

export type EntryInput = z.input<typeof Entry>;

/** Which entries of a time line are wanted: older than `after`, at most `limit`, of one kind or of all. */
export interface EntryPage {
  after: Cursor | null;
  limit: number;
  kind?: EntryKind | undefined;
}

/** What a feature with cases tells of patients; each shows only cases to which the actor stands in a relation. */
export interface PatientSource {
  /** Patients of the actor's own cases. */
  patients(actor: Actor, now: Date): Prisma.PatientWhereInput;
  /** Newest first, among equals the greater id first. */
  entries(ctx: Ctx, patientIds: readonly string[], page: EntryPage): Promise<EntryInput[]>;
  /** Cases that are not over. */
  open(ctx: Ctx, patientIds: readonly string[]): Promise<EntryInput[]>;
}

/** Of an instant that entries are ordered by: what comes after the cursor in a list that is newest first. */
export const pastAt = <K extends string>(column: K, after: Cursor | null) =>
  after ? { OR: [{ [column]: { lt: after.at } }, { [column]: after.at, id: { lt: after.id } }] } : {};
