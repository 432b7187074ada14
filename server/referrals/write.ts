import { lacking, type Sheet } from '../../contract/referralSheet.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Ctx } from '../edge/ctx.ts';
import { identify } from '../records/patients.ts';
import { goalOf } from './destinations.ts';
import type { Input } from './input.ts';
import { after, limitsOf } from './limits.ts';
import { type Change, noteStep, tellChanged, write } from './move.ts';
import { towards } from './offers.ts';
import { type By, type Case, hold } from './relations.ts';
import { refuseImpossible, sheetColumns, sheetOf, urgencyOf, written } from './sheet.ts';

/** `all`: not sent yet, or a green lane in its first minutes; `gaps`: sent, and only what is owed may follow. */
export const writable = (row: Case, by: By, now: Date): 'all' | 'gaps' | 'nothing' => {
  if (!by.has('referrer')) return 'nothing';
  if (row.status === 'draft' || row.status === 'returned') return 'all';
  const { edit } = limitsOf(row);
  const fresh = edit && row.submittedAt && now <= after(row.submittedAt, edit) && ['submitted', 'received'].includes(row.status);
  if (fresh) return 'all';
  return row.backfillStatus === 'owed' && row.endedAt === null ? 'gaps' : 'nothing';
};

const refuseMore = (row: Case, before: Sheet, patch: Sheet): void => {
  const gaps = new Set<string>(lacking({ direction: row.direction, lane: row.lane, sheet: before }));
  const more = Object.keys(patch).find((field) => !gaps.has(field));
  if (more)
    refuse('conflict', 'sheet.sent', 'It has been sent: only what is still owed can follow; write the rest to the other side');
};

/** Where it goes may change until it is sent. */
const goalColumns = async (ctx: Ctx, row: Case, destination: Input<'write'>['destination']): Promise<Change> => {
  if (destination === undefined) return {};
  if (row.submittedAt && row.status !== 'returned')
    refuse('conflict', 'sheet.sent', 'It has been sent: withdraw it or ask another hospital instead');
  if (destination === null) return towards({ hospitalId: null, departmentId: null, outside: null });
  return towards(await goalOf(ctx, row, destination));
};

const laneColumns = ({ direction }: Case, { lane, urgency }: Input<'write'>): Change => {
  if (lane === 'green' && direction === 'down') refuse('invalid', 'lane.down', 'The green lane leads up, not home');
  if (lane) return { lane, urgency: urgency ?? urgencyOf(lane) };
  return urgency ? { urgency } : {};
};

const completed = (row: Case, sheet: Sheet, now: Date): Change =>
  row.backfillStatus === 'owed' && lacking({ direction: row.direction, lane: row.lane, sheet }).length === 0
    ? { backfillStatus: 'done', backfilledAt: now }
    : {};

/** Keeps what has been written so far. Two people at one sheet: the second is told, and nothing of either is lost. */
export const writeSheet =
  (cipher: Cipher) =>
  async (ctx: Ctx, input: Input<'write'>): Promise<Case> => {
    const { row, by } = await hold(ctx, input.id);
    const may = writable(row, by, ctx.now);
    if (may === 'nothing')
      refuse('conflict', 'sheet.closed', 'This referral can no longer be rewritten; write to the other side instead');
    if (row.version !== input.version)
      refuse('conflict', 'referral.moved', 'Somebody else has just changed this referral; look again');
    const before = sheetOf(cipher, row);
    const patch = input.sheet ?? {};
    if (may === 'gaps') refuseMore(row, before, patch);
    await refuseImpossible(ctx, patch);
    const sheet = written(before, patch);
    const patient = input.patient && (await ctx.db.patient.findUniqueOrThrow({ where: { id: row.patientId } }));
    const next = await write(ctx, row, {
      ...sheetColumns(cipher, sheet),
      ...(await goalColumns(ctx, row, input.destination)),
      ...(may === 'all' && row.submittedAt === null ? laneColumns(row, input) : {}),
      ...(patient && input.patient && { patientId: await identify({ db: ctx.db, cipher }, patient, input.patient) }),
      ...completed(row, sheet, ctx.now),
    });
    if (row.submittedAt) await noteStep(ctx, next, { verb: 'write' });
    if (row.submittedAt) tellChanged(ctx, next);
    return next;
  };
