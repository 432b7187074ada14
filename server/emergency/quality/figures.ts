import type { z } from 'zod';
import type { NodeCode } from '../../../contract/emergencyNodes.ts';
import type { CenterFilter, CenterStats } from '../../../contract/emergencyStats.ts';
import { VEIL_BELOW } from '../../../contract/referralStats.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { instant } from '../../edge/instants.ts';
import { reference } from '../../reference/index.ts';
import { monthOf, periodOf } from '../../stats/months.ts';
import { cell, isVeiled, type Line, veil } from '../../stats/referrals/veil.ts';
import type { Found } from '../rules.ts';
import { foundBy } from './found.ts';
import { linesOf, medianOf, p90Of, type Tally, tally } from './tally.ts';

type Figure = z.input<typeof CenterStats>['metrics'][number];

/** How long it took; of fewer than may be told, nothing. */
const spreadOf = ({ seconds }: Tally, veiled: boolean) => {
  const told = veiled && seconds.length < VEIL_BELOW ? [] : seconds;
  return { median: medianOf(told), p90: p90Of(told) };
};

const told = (of: Tally, veiled: boolean) => ({
  met: of.met.told,
  unmet: of.unmet.told,
  missing: of.missing.told,
  invalid: of.invalid.told,
  eligible: of.eligible.told,
  ...spreadOf(of, veiled),
});

interface Made {
  lines: Line[];
  tell(veiled: boolean): Figure;
}

const figureOf = (
  { code, target }: { code: string; target: number | null },
  found: readonly Found[],
  names: readonly string[],
): Made => {
  const whole = tally(code, found);
  const months = names.map((month) =>
    tally(
      code,
      found.filter(({ row }) => monthOf(row.startedAt) === month),
    ),
  );
  return {
    lines: linesOf(whole, months),
    tell: (veiled) => ({
      code,
      target,
      ...told(whole, veiled),
      months: months.map((each, at) => ({ month: names[at]!, ...told(each, veiled) })),
    }),
  };
};

const gapsOf = (found: readonly Found[]) => {
  const counts = new Map<NodeCode, number>();
  for (const { judged } of found) for (const node of judged.gaps) counts.set(node, (counts.get(node) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([node, n]) => ({ node, cell: cell(n) }));
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** K17–K19 of one center: compliance beside completeness, median and P90, month by month. */
export const figures = async (ctx: Ctx, filter: CenterFilter): Promise<z.input<typeof CenterStats>> => {
  const { scope, found } = await foundBy(ctx, filter);
  const { version, data } = await reference(ctx.db, 'emergencyRules', ctx.now);
  const { names } = periodOf(filter);
  const made = data[filter.center].metrics.map((rule) =>
    figureOf({ code: rule.code, target: rule.kind === 'interval' ? rule.target : null }, found, names),
  );
  const [cases, gaps] = [cell(found.length), gapsOf(found)];
  const veiled = isVeiled(ctx.actor, scope, { fromHospitalId: filter.hospitalId });
  if (veiled)
    veil([
      ...made.flatMap(({ lines }) => lines),
      ...gaps.map(({ cell: part }) => ({ parts: [part], total: part })),
      { parts: [cases], total: cases },
    ]);
  const few = veiled && found.length < VEIL_BELOW;
  return {
    asOf: instant(ctx.now),
    rulesVersion: version,
    cases: cases.told,
    recorded: few ? null : sum(found.map(({ judged }) => judged.completeness.recorded)),
    required: few ? null : sum(found.map(({ judged }) => judged.completeness.required)),
    metrics: made.map(({ tell }) => tell(veiled)),
    gaps: gaps.map(({ node, cell: part }) => ({ node, n: part.told })),
  };
};
