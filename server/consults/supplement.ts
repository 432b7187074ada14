import type { z } from 'zod';
import type { ConsultRelation, ConsultStatus, consults } from '../../contract/consults.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Consult } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { identify } from '../records/patients.ts';
import { type Change, noteStep, tellChanged, write } from './move.ts';
import { load } from './relations.ts';

type Input = z.output<typeof consults.supplement.input>;

const UNSIGNED: readonly ConsultStatus[] = ['requested', 'returned', 'accepted', 'inSession'];

/** The requester's side may add to the case until the opinion is signed: what was signed was signed on these data. */
export const mayAdd = (row: Consult, by: ReadonlySet<ConsultRelation>): void => {
  if (!by.has('requester')) refuse('forbidden', 'supplement.notYours', 'Only the department that asked can add to the case');
  if (!UNSIGNED.includes(row.status))
    refuse('conflict', 'supplement.signed', 'The case can no longer be changed: it is signed or over');
};

const columns = ({ dx, reason, summary, auxResults, consent }: Input): Change => ({
  ...(dx && { dxName: dx.name, dxCode: dx.code ?? null }),
  ...(reason !== undefined && { reason }),
  ...(summary !== undefined && { summary }),
  ...(auxResults !== undefined && { auxResults }),
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
    const { row, by } = await load(ctx, input.id);
    mayAdd(row, by);
    const change = columns(input);
    checkVersion(row, change, input);
    const current = await ctx.db.patient.findUniqueOrThrow({ where: { id: row.patientId } });
    const patientId = input.patient ? await identify(ctx.db, cipher, current, input.patient) : row.patientId;
    const next = await write(ctx, row, { ...change, patientId });
    await noteStep(ctx, row.id, 'supplement');
    tellChanged(ctx, next);
    return next;
  };
