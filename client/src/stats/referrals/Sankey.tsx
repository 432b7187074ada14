import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Card } from '../../ui/Card.tsx';
import type { Picked } from '../Chart.tsx';
import { LazyChart } from '../LazyChart.tsx';
import { listLink } from './filter.ts';
import { endsOf, sankeyOption, waysOf } from './sankeyOption.ts';
import { type Seen, totalOf } from './seen.ts';
import { useTold } from './told.ts';
import { useEndName } from './words.ts';
import './Sankey.css';

/** What a pressed part of the drawing stands for. */
const useOpen = ({ filter, stats }: Seen) => {
  const navigate = useNavigate();
  const ways = waysOf(stats.flows);
  const { froms, tos } = endsOf(ways);
  return ({ at, kind }: Picked) => {
    const way = ways[at];
    const receiver = tos[at - froms.length];
    const sender = froms[at];
    if (kind === 'edge' && way) return void navigate(listLink(filter, { fromHospitalId: way.from, toEnd: way.to }));
    if (sender) return void navigate(listLink(filter, { fromHospitalId: sender }));
    if (receiver) void navigate(listLink(filter, { toEnd: receiver }));
  };
};

/** Who sends where, width by count; the unknown and what is off the platform are ends like others. */
export const Sankey = (seen: Seen) => {
  const { t } = useTranslation('stats');
  const { flows, hospitals } = seen.stats;
  const [told, nameOf] = [useTold(), useEndName(hospitals)];
  const ways = waysOf(flows);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names change with `t`, the ways with the flows
  const option = useMemo(() => sankeyOption(waysOf(flows), { nameOf, unit: t('unit.cases') }), [flows, t]);
  const n = told(totalOf(seen));
  const tallest = Math.max(flows.froms.length, flows.tos.length);
  const open = useOpen(seen);
  if (ways.length === 0) return null;
  return (
    <Card title={t('referral.sankey.title')} note={t('referral.sankey.note', { n })} className="sankey">
      <div style={{ '--rows': tallest } as React.CSSProperties}>
        <LazyChart option={option} label={t('referral.sankey.label', { n })} onPick={open} />
      </div>
      {ways.length < flows.cells.length && <p className="mute small">{t('referral.sankey.covered')}</p>}
    </Card>
  );
};
