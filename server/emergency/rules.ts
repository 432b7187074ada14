import { completeness, gapsOf, type MetricValue, metricsOf } from '../../contract/emergencyMetrics.ts';
import { Flag, type NodeCode } from '../../contract/emergencyNodes.ts';
import type { CenterRules } from '../../contract/emergencyRules.ts';
import { shownOf, type Timed, timesOf } from '../../contract/emergencyShown.ts';
import type { Tx } from '../db/client.ts';
import type { EmergencyCase, Patient, Timepoint } from '../db/generated/client.ts';
import { referenceOf } from '../reference/index.ts';

export type Listed = EmergencyCase & { patient: Patient; timepoints: Timepoint[] };
export const LISTED = { patient: true, timepoints: true } as const;

type Ruled = Pick<EmergencyCase, 'center' | 'rulesVersion'>;

/** The rules that were in force when each of these cases began, each version read once. */
export const rulesFor = async (db: Tx, rows: readonly Ruled[]): Promise<(row: Ruled) => CenterRules> => {
  const versions = [...new Set(rows.map(({ rulesVersion }) => rulesVersion))];
  const sets = new Map<string, Awaited<ReturnType<typeof referenceOf<'emergencyRules'>>>>();
  for (const version of versions) sets.set(version, await referenceOf(db, 'emergencyRules', version));
  return ({ center, rulesVersion }) => sets.get(rulesVersion)!.data[center];
};

interface Judged {
  shown: Map<NodeCode, Timed<Timepoint>>;
  metrics: MetricValue[];
  gaps: NodeCode[];
  completeness: { recorded: number; required: number };
}

/** What the times of a case say by its rules. */
const judge = (rules: CenterRules, row: Listed): Judged => {
  const shown = shownOf(row.timepoints);
  const facts = { nodes: timesOf(shown), flags: new Set(row.flags.map((flag) => Flag.parse(flag))), outcome: row.outcome };
  return {
    shown,
    metrics: metricsOf(rules, facts),
    gaps: gapsOf(rules, facts),
    completeness: completeness(rules, facts),
  };
};

/** A case with what its times say. */
export interface Found {
  row: Listed;
  judged: Judged;
}

/** Each by the rules of its own time. */
export const judgeAll = async (db: Tx, rows: readonly Listed[]): Promise<Found[]> => {
  const rules = await rulesFor(db, rows);
  return rows.map((row) => ({ row, judged: judge(rules(row), row) }));
};

/** The target that runs out first; nothing once the rescue is over. */
export const nextOf = ({ row, judged }: Found): { code: string; dueAt: string } | null => {
  if (row.status !== 'active') return null;
  const [next] = judged.metrics
    .flatMap(({ code, dueAt }) => (dueAt ? [{ code, dueAt }] : []))
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));
  return next ?? null;
};
