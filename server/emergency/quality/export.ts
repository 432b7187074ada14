import type { z } from 'zod';
import type { CenterRules, MetricRule, ShareRule } from '../../../contract/emergencyRules.ts';
import type { emergencyStats } from '../../../contract/emergencyStats.ts';
import { VEIL_BELOW } from '../../../contract/referralStats.ts';
import { refuse } from '../../../contract/refusal.ts';
import { hospitalRefs } from '../../directory/refs.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { type Column, MIME } from '../../edge/table/columns.ts';
import { csv } from '../../edge/table/csv.ts';
import { xlsx } from '../../edge/table/xlsx.ts';
import { type Say, wordsOf } from '../../edge/words.ts';
import { reference } from '../../reference/index.ts';
import { sketchAt } from '../../stats/deidentified.ts';
import { isVeiled } from '../../stats/referrals/veil.ts';
import type { Found } from '../rules.ts';
import { foundBy } from './found.ts';

type Input = z.output<typeof emergencyStats.export.input>;
type Names = Awaited<ReturnType<typeof hospitalRefs>>;
type Col = Column<Found>;

const MOMENT = 'yyyy-mm-dd hh:mm:ss';

const nodeColumns = ({ nodes }: CenterRules, say: Say): Col[] =>
  nodes.map(({ code }) => ({
    header: say('emergency', `node.${code}`),
    width: 18,
    format: MOMENT,
    of: ({ judged }) => judged.shown.get(code)?.at ?? null,
  }));

const metricColumns = ({ metrics }: CenterRules, say: Say): Col[] =>
  metrics.flatMap(({ code }): Col[] => {
    const value = ({ judged }: Found) => judged.metrics.find((metric) => metric.code === code);
    return [
      {
        header: `${say('emergency', `metric.${code}`)} ${say('emergency', 'export.minutes')}`,
        width: 14,
        format: '0.0',
        of: (found) => {
          const seconds = value(found)?.seconds ?? null;
          return seconds === null ? (value(found)?.value ?? null) : seconds / 60;
        },
      },
      {
        header: `${say('emergency', `metric.${code}`)} ${say('emergency', 'export.state')}`,
        width: 12,
        of: (found) => say('emergency', `state.${value(found)?.state ?? 'missing'}`),
      },
    ];
  });

/** Who and where, without names; then every node, then every metric. */
const columnsOf = (rules: CenterRules, { say, hospitals }: { say: Say; hospitals: Names }): Col[] => [
  { header: say('emergency', 'export.no'), width: 20, of: ({ row }) => row.emergencyNo },
  { header: say('emergency', 'export.from'), width: 24, of: ({ row }) => hospitals.get(row.fromHospitalId)!.name },
  { header: say('emergency', 'export.startedAt'), width: 18, format: MOMENT, of: ({ row }) => row.startedAt },
  { header: say('emergency', 'export.sex'), width: 8, of: ({ row }) => say('common', `sex.${row.patient.sex}`) },
  { header: say('emergency', 'export.age'), width: 8, of: ({ row }) => sketchAt(row.patient, row.startedAt).approximateAge },
  {
    header: say('emergency', 'export.flags'),
    width: 30,
    of: ({ row }) => row.flags.map((flag) => say('emergency', `flag.${flag}`)).join(' '),
  },
  {
    header: say('emergency', 'export.outcome'),
    width: 12,
    of: ({ row }) => row.outcome && say('emergency', `outcome.${row.outcome}`),
  },
  ...nodeColumns(rules, say),
  ...metricColumns(rules, say),
];

/** One of these, before that, of cases inside the window. */
const shareText = ({ any, before, within }: ShareRule, say: Say): string => {
  const node = (code: string) => say('emergency', `node.${code}`);
  const window = within && `${node(within.to)} − ${node(within.from)} ≤ ${within.most / 60} min`;
  return [any.map(node).join(' / '), before && `≤ ${node(before)}`, window].filter(Boolean).join('; ');
};

const definition = (rule: MetricRule, say: Say): [string, string] => {
  const name = `${rule.code} ${say('emergency', `metric.${rule.code}`)}`;
  if (rule.kind === 'value') return [name, `${say('emergency', `node.${rule.node}`)} ${rule.least}–${rule.most}. ${rule.source}`];
  if (rule.kind === 'outcome')
    return [
      name,
      `${say('emergency', 'export.notEnded')} ${rule.not.map((one) => say('emergency', `outcome.${one}`)).join(' / ')}. ${rule.source}`,
    ];
  if (rule.kind === 'share') return [name, `${shareText(rule, say)}. ${rule.source}`];
  const way = `${rule.to.map((node) => say('emergency', `node.${node}`)).join(' + ')} − ${say('emergency', `node.${rule.from}`)}`;
  return [name, `${way}${rule.target === null ? '' : ` ≤ ${rule.target / 60} min`}. ${rule.source}`];
};

const pagesOf = async function* (found: readonly Found[]): AsyncIterable<readonly Found[]> {
  yield found;
};

/** 上报: one row a case, every column defined in the workbook; the cases that the figures count. */
export const exported = async (
  ctx: Ctx,
  { format, language, ...filter }: Input,
): Promise<z.input<typeof emergencyStats.export.output>> => {
  const { scope, found } = await foundBy(ctx, filter);
  const few = found.length > 0 && found.length < VEIL_BELOW;
  if (few && isVeiled(ctx.actor, scope, { fromHospitalId: filter.hospitalId }))
    refuse('forbidden', 'stats.few', 'So few cases of other hospitals are not shown');
  const say = wordsOf(language);
  const { version, data } = await reference(ctx.db, 'emergencyRules', ctx.now);
  const rules = data[filter.center];
  const hospitals = await hospitalRefs(
    ctx.db,
    found.map(({ row }) => row.fromHospitalId),
  );
  const table = { columns: columnsOf(rules, { say, hospitals }), pages: pagesOf(found) };
  const lines: [string, string][] = [
    [say('emergency', 'export.version'), version],
    [say('emergency', 'export.months'), `${filter.from} – ${filter.to}`],
    ...rules.metrics.map((rule) => definition(rule, say)),
    ['', say('emergency', 'qc')],
  ];
  const notes = { title: say('emergency', 'export.definitions'), lines };
  return {
    mime: MIME[format],
    name: `${filter.center}-${filter.from}-${filter.to}.${format}`,
    content: format === 'csv' ? csv(table) : xlsx({ ...table, title: say('emergency', `center.${filter.center}`), notes }),
  };
};
