import { METRICS, METRICS_VERSION } from '../../../contract/referralMetrics.ts';
import type { ReferralCaseFilter, Veiled } from '../../../contract/referralStats.ts';
import { hospitalRefs } from '../../directory/refs.ts';
import type { Ctx } from '../../edge/ctx.ts';
import { localFace } from '../../edge/table/columns.ts';
import type { Say } from '../../edge/words.ts';

interface Exported {
  filter: ReferralCaseFilter;
  total: Veiled | null;
  say: Say;
}

const minute = (at: Date): string => localFace(at).toISOString().slice(0, 16).replace('T', ' ');
const isHospital = (end: string): boolean => end !== 'outside' && end !== 'unknown';

/** The filter as people say it. */
const narrowed = async ({ db }: Ctx, { filter, say }: Exported): Promise<string> => {
  const { fromHospitalId, toEnd, direction, lane, chapter, status, answer, category } = filter;
  const names = await hospitalRefs(db, [fromHospitalId ?? null, toEnd && isHospital(toEnd) ? toEnd : null]);
  const name = (end: string) => names.get(end)?.name ?? say('stats', `referral.end.${end}`);
  const words = [
    fromHospitalId && say('stats', 'referral.chip.from', { name: name(fromHospitalId) }),
    toEnd && say('stats', 'referral.chip.to', { name: name(toEnd) }),
    direction && say('referrals', `direction.${direction}`),
    lane && say('referrals', `lane.${lane}`),
    chapter && say('stats', `referral.chapter.${chapter}`),
    status && say('referrals', `status.${status}`),
    answer && say('stats', `offer.${answer}`),
    category,
  ].filter(Boolean);
  return words.join('·') || say('stats', 'export.all');
};

/** What the cases of a file are, for whoever opens it in another year. */
export const definitionsOf = async (ctx: Ctx, exported: Exported): Promise<[name: string, text: string][]> => {
  const { filter, total, say } = exported;
  const { metric, part, from, to } = filter;
  const { unit, time, source } = METRICS[metric];
  const lines: [string, string][] = [
    ['metric', `${metric} ${say('stats', `metric.${metric}.name`)}`],
    ['part', say('stats', `part.${part}`)],
    ['formula', say('stats', `metric.${metric}.formula`)],
    ['unit', say('stats', `metricUnit.${unit}`)],
    ['time', `${say('stats', `metric.${metric}.month`)} (${time})`],
    ['source', say('stats', `source.${source}`)],
    ['version', METRICS_VERSION],
    ['months', `${from} – ${to}`],
    ['filter', await narrowed(ctx, exported)],
    ['total', String(total)],
    ['asOf', minute(ctx.now)],
    ['note', say('stats', 'list.foot')],
  ];
  return lines.map(([key, text]) => [say('stats', `export.${key}`), text]);
};
