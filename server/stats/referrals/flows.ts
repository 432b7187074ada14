import type { FlowEnd, ReferralStats } from '../../../contract/referralStats.ts';
import type { Figures } from './figures.ts';
import type { Cells, Piece } from './told.ts';
import { type Cell, cell, type Line } from './veil.ts';

type Flow = Figures['flows'][number] & { end: FlowEnd; cell: Cell };

export const endOf = ({ to, off }: { to: string | null; off: boolean | null }): FlowEnd => to ?? (off ? 'outside' : 'unknown');

const byCount = (a: { cell: Cell }, b: { cell: Cell }): number => b.cell.n - a.cell.n;

/** The flows of each hospital of one side, with their sum. */
const margin = <K extends string>(flows: readonly Flow[], keyOf: (flow: Flow) => K) =>
  [...Map.groupBy(flows, keyOf)]
    .map(([key, of]) => ({ key, of, cell: cell(of.reduce((sum, { n }) => sum + n, 0)) }))
    .sort(byCount);

/** N[from][to] with its sums: who sends whom where (K15). */
export const flows = (found: Figures, of: Cells): Piece<ReferralStats['flows']> => {
  const all: Flow[] = found.flows.map((flow) => ({ ...flow, end: endOf(flow), cell: cell(flow.n) })).sort(byCount);
  const [froms, tos] = [margin(all, ({ from }) => from), margin(all, ({ end }) => end)];
  const total = of('K15', 'denominator');
  const sums: Line[] = [...froms, ...tos].map((side) => ({ parts: side.of.map((flow) => flow.cell), total: side.cell }));
  return {
    lines: [...sums, ...[froms, tos].map((side): Line => ({ parts: side.map((each) => each.cell), total }))],
    tell: () => ({
      cells: all.map(({ from, end, cell: { told } }) => ({ from, to: end, n: told })),
      froms: froms.map(({ key, cell: { told } }) => ({ from: key, n: told })),
      tos: tos.map(({ key, cell: { told } }) => ({ to: key, n: told })),
    }),
  };
};
