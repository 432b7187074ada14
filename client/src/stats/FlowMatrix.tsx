import { useTranslation } from 'react-i18next';
import type { CaseFilter, ConsultStats } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';
import { casesLink } from './filter.ts';
import { Matrix, type Side } from './Matrix.tsx';

type Flows = ConsultStats['flows'];

interface Props {
  filter: CaseFilter;
  flows: Flows;
  total: number;
}

/** The hospitals of one side with what they sent or got, most first. */
const sidesOf = ({ filter, flows }: Props, side: 'from' | 'to'): Side[] => {
  const sums = new Map<string, { name: string; n: number }>();
  for (const { [side]: hospital, n } of flows) {
    sums.set(hospital.id, { name: hospital.shortName, n: (sums.get(hospital.id)?.n ?? 0) + n });
  }
  const narrowed = (id: string) => (side === 'from' ? { fromHospitalId: id } : { toHospitalId: id });
  return [...sums]
    .sort(([, a], [, b]) => b.n - a.n)
    .map(([id, { name, n }]) => ({ key: id, name, n, to: casesLink(filter, narrowed(id)) }));
};

/** Who asks whom. */
export const FlowMatrix = (props: Props) => {
  const { t } = useTranslation('stats');
  const { filter, flows, total } = props;
  return (
    <Matrix
      title={t('flows.title')}
      note={t('flows.note', { n: number(total) })}
      label={t('flows.label')}
      way={t('flows.way')}
      froms={sidesOf(props, 'from')}
      tos={sidesOf(props, 'to')}
      cells={flows.map(({ from, to, n }) => ({
        from: from.id,
        to: to.id,
        n,
        link: casesLink(filter, { fromHospitalId: from.id, toHospitalId: to.id }),
      }))}
      total={total}
      totalLink={casesLink(filter)}
    />
  );
};
