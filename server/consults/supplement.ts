import type { z } from 'zod';
import { type ConsultRelation, type ConsultStatus, type consults, ROOM_OPEN } from '../../contract/consults.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Consult } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { identify } from '../records/patients.ts';
import { type Change, noteStep, tellChanged, write } from './move.ts';
import { hold } from './relations.ts';
import { consentOf, type WithPatient } from './rows.ts';

type Input = z.output<typeof consults.supplement.input>;

const UNSIGNED: readonly ConsultStatus[] = ['requested', 'returned', 'accepted', 'inSession'];
/** What was signed was signed on the data of then: only what is still owed may follow. */
const SIGNED: readonly ConsultStatus[] = ['signed', 'acknowledged'];

const signedOrOver = (): never =>
  refuse('conflict', 'supplement.signed', 'The case can no longer be changed: it is signed or over');

const theirs = (by: ReadonlySet<ConsultRelation>): void => {
  if (!by.has('requester')) refuse('forbidden', 'supplement.notYours', 'Only the department that asked can add to the case');
};

const unsigned = ({ status }: Consult): boolean => UNSIGNED.includes(status);

/** The requester's side may add to the case until the opinion is signed. */
export const mayAdd = (row: Consult, by: ReadonlySet<ConsultRelation>): void => {
  theirs(by);
  if (!unsigned(row)) signedOrOver();
};

/** Documents, too; the consultant adds what they have drawn or measured, as long as the case is theirs. */
export const mayAddFiles = (row: Consult, by: ReadonlySet<ConsultRelation>): boolean =>
  (by.has('requester') && unsigned(row)) || (by.has('consultant') && ROOM_OPEN.includes(row.status));

/** Nothing that is there is written over: consent that was put off, an identity that was not known, an empty column. */
const fillsGaps = (row: WithPatient, fresh: Change, { patient }: Input): boolean =>
  Object.keys(fresh).every((column) => row[column as keyof Consult] === null || (column === 'consent' && isOwed(row))) &&
  (!patient || !row.patient.known);
const isOwed = (row: Consult): boolean => consentOf(row)?.state !== 'signed';

const columns = ({ dx, reason, summary, auxResults, bed, consent }: Input): Change => ({
  ...(dx && { dxName: dx.name, dxCode: dx.code ?? null }),
  ...(reason !== undefined && { reason }),
  ...(summary !== undefined && { summary }),
  ...(auxResults !== undefined && { auxResults }),
  ...(bed !== undefined && { bed }),
  ...(consent && { consent }),
});

/** Filling a gap never collides with anybody; writing over what is there wants the version that was read. */
const checkVersion = (row: Consult, change: Change, { version, patient }: Input): void => {
  const over = Object.keys(change).some((column) => row[column as keyof Consult] !== null);
  if (version !== row.version && (over || patient)) {
    refuse('conflict', 'consult.changed', 'Somebody has changed this consult since you read it; look again');
  }
};

export const supplement =
  (cipher: Cipher) =>
  async (ctx: Ctx, input: Input): Promise<Consult> => {
    const { row, by } = await hold(ctx, input.id);
    theirs(by);
    const late = SIGNED.includes(row.status);
    if (!late && !unsigned(row)) signedOrOver();
    const fresh = columns(input);
    const patient = await ctx.db.patient.findUniqueOrThrow({ where: { id: row.patientId } });
    if (late && !fillsGaps({ ...row, patient }, fresh, input)) signedOrOver();
    checkVersion(row, fresh, input);
    const patientId = input.patient ? await identify({ db: ctx.db, cipher }, patient, input.patient) : row.patientId;
    const next = await write(ctx, row, { ...fresh, patientId });
    await noteStep(ctx, row.id, late ? 'supplementLate' : 'supplement');
    tellChanged(ctx, next);
    return next;
  };
