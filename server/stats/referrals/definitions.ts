import { METRICS, METRICS_VERSION } from '../../../contract/referralMetrics.ts';
import type { ReferralCaseFilter, Veiled } from '../../../contract/referralStats.ts';
import { hospitalRefs } from '../../directory/refs.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { localFace } from './columns.ts';
import type { Say } from './words.ts';
import type { Definition } from './xlsx.ts';

interface Exported {
  filter: ReferralCaseFilter;
  total: Veiled | null;
  say: Say;
}

const minute = (at: Date): string => localFace(at).toISOString().slice(0, 16).replace('T', ' ');

/** The filter as people say it. */
const narrowed = async ({ db }: Ctx, { filter, say }: Exported): Promise<string> => {
  const { fromHospitalId, toEnd, direction, lane, chapter, status, answer, category } = filter;
  const names = await hospitalRefs(db, [fromHospitalId ?? null, toEnd && toEnd.length > 10 ? toEnd : null]);
  const name = (id: string) => names.get(id)?.name ?? say(`referral.end.${id}`);
  return [
    fromHospitalId && say('referral.chip.from', { name: name(fromHospitalId) }),
    toEnd && say('referral.chip.to', { name: name(toEnd) }),
    direction && say(`referrals:direction.${direction}`),
    lane && say(`referrals:lane.${lane}`),
    chapter && say(`referral.chapter.${chapter}`),
    status && say(`referrals:status.${status}`),
    answer && say(`offer.${answer}`),
    category,
  ]
    .filter(Boolean)
    .join('·');
};

/** What the cases of a file are, for whoever opens it in another year. */
export const definitionsOf = async (ctx: Ctx, exported: Exported): Promise<Definition[]> => {
  const { filter, total, say } = exported;
  const { metric, part, from, to } = filter;
  return [
    { name: say('export.metric'), text: `${metric} ${say(`metric.${metric}.name`)}` },
    { name: say('export.part'), text: say(`part.${part}`) },
    { name: say('export.formula'), text: say(`metric.${metric}.formula`) },
    { name: say('export.unit'), text: say(`metricUnit.${METRICS[metric].unit}`) },
    { name: say('export.time'), text: `${say(`metric.${metric}.month`)} (${METRICS[metric].time})` },
    { name: say('export.source'), text: say(`source.${METRICS[metric].source}`) },
    { name: say('export.version'), text: METRICS_VERSION },
    { name: say('export.months'), text: `${from} – ${to}` },
    { name: say('export.filter'), text: (await narrowed(ctx, exported)) || say('export.all') },
    { name: say('export.total'), text: String(total) },
    { name: say('export.asOf'), text: minute(ctx.now) },
    { name: say('export.note'), text: say('list.foot') },
  ];
};
