import type { z } from 'zod';
import type { CenterCaseRow, emergencyStats } from '../../../contract/emergencyStats.ts';
import { VEIL_BELOW } from '../../../contract/referralStats.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { readCursor, writeCursor } from '../../edge/cursor.ts';
import { sketchAt } from '../../stats/deidentified.ts';
import { isVeiled } from '../../stats/referrals/veil.ts';
import { relations } from '../relations.ts';
import { rowsOf } from '../rows.ts';
import type { Found } from '../rules.ts';
import { foundBy } from './found.ts';

type Input = z.output<typeof emergencyStats.cases.input>;

/** The cases that a figure counts: of a metric those that it counts, in one state or in any; of a node those that lack it. */
const counted = ({ metric, state, gap }: Input, { judged }: Found): boolean => {
  if (gap !== undefined && !judged.gaps.includes(gap)) return false;
  if (metric === undefined) return true;
  const value = judged.metrics.find(({ code }) => code === metric);
  return value !== undefined && value.state !== 'notEligible' && (state === undefined || value.state === state);
};

const past = (after: string | undefined, { row }: Found): boolean => {
  if (after === undefined) return true;
  const { at, id } = readCursor(after);
  return row.startedAt < at || (row.startedAt.getTime() === at.getTime() && row.id < id);
};

const lineOf = (ctx: Ctx, { metric }: Input, { row, judged }: Found) => {
  const value = judged.metrics.find(({ code }) => code === metric);
  return {
    patient: sketchAt(row.patient, row.startedAt),
    state: value?.state ?? null,
    seconds: value?.seconds ?? null,
    opens: relations(ctx.actor, row).size > 0,
  };
};

/** The list behind a figure; the same cases, judged by the same function. Of too few of other hospitals there is none. */
export const cases = async (ctx: Ctx, input: Input): Promise<z.input<typeof emergencyStats.cases.output>> => {
  const { scope, found } = await foundBy(ctx, input);
  const all = found.filter((each) => counted(input, each));
  const veiled = isVeiled(ctx.actor, scope, { fromHospitalId: input.hospitalId });
  if (veiled && all.length > 0 && all.length < VEIL_BELOW) return { items: [], next: null, total: 'few' };
  const page = all.filter((each) => past(input.after, each)).slice(0, input.limit);
  const listed = await rowsOf(ctx.db, page);
  const items = page.map((each, at): z.input<typeof CenterCaseRow> => ({ ...listed[at]!, ...lineOf(ctx, input, each) }));
  const last = page.at(-1)?.row;
  const more = last !== undefined && last.id !== all.at(-1)!.row.id;
  return { items, next: more ? writeCursor({ at: last.startedAt, id: last.id }) : null, total: all.length };
};
