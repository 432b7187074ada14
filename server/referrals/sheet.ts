import type { Urgency } from '../../contract/consults.ts';
import { checkVitals, type Lane, owed, type Sheet, SheetField, Sheet as SheetShape } from '../../contract/referralSheet.ts';
import { refuse } from '../../contract/refusal.ts';
import type { Cipher } from '../db/cipher.ts';
import type { Referral } from '../db/generated/client.ts';
import type { Ctx } from '../edge/ctx.ts';
import { reference } from '../reference/index.ts';
import type { Change } from './move.ts';

export const sheetOf = (cipher: Cipher, { sheetCipher }: Pick<Referral, 'sheetCipher'>): Sheet =>
  SheetShape.parse(JSON.parse(cipher.open(sheetCipher)));

/** How pressing a lane is unless somebody says otherwise. */
export const urgencyOf = (lane: Lane): Urgency => (lane === 'green' ? 'stat' : 'routine');

const saysNothing = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** The sheet as it is once this is written too; what was emptied is not on it any more. */
export const written = (before: Sheet, patch: Sheet): Sheet =>
  Object.fromEntries(Object.entries({ ...before, ...patch }).filter(([, value]) => !saysNothing(value)));

/** The sealed sheet and the few facts of it that lists and figures read. */
export const sheetColumns = (cipher: Cipher, sheet: Sheet) =>
  ({
    sheetCipher: cipher.seal(JSON.stringify(sheet)),
    dxName: sheet.dx?.name ?? null,
    dxCode: sheet.dx?.code ?? null,
    reasons: sheet.reasons ?? [],
  }) satisfies Change;

export const vitalRanges = async ({ db, now }: Ctx) => reference(db, 'vitalRanges', now);

/** Hard rejects of the data dictionary; what is merely unusual never stops anybody. */
export const refuseImpossible = async (ctx: Ctx, { vitals }: Sheet): Promise<void> => {
  const found = checkVitals(vitals ?? {}, (await vitalRanges(ctx)).data);
  const [impossible] = found.filter(({ finding }) => finding === 'impossible');
  if (impossible)
    refuse('invalid', `vitals.${impossible.vital}`, `The value of ${impossible.vital} cannot be right; measure or type it again`);
};

/** Refuses to send what lacks what its lane demands at once, naming the first gap. */
export const refuseGaps = (row: Pick<Referral, 'direction' | 'lane'>, sheet: Sheet): void => {
  const [gap] = owed({ direction: row.direction, lane: row.lane, sheet });
  if (gap) refuse('invalid', `sheet.${SheetField.parse(gap)}`, `Fill in ${gap} before sending`);
  const deferred = sheet.consent?.state === 'deferred' && row.lane !== 'green';
  if (deferred) refuse('invalid', 'sheet.consent', 'Only the green lane may leave before the consent is signed');
};
