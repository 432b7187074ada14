import { useTranslation } from 'react-i18next';
import type { CaseFilter, ConsultStats } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';
import { Card } from '../ui/Card.tsx';
import { Figure } from './Figure.tsx';
import { casesLink } from './filter.ts';
import './FlowMatrix.css';

type Flows = ConsultStats['flows'];
type Hospital = Flows[number]['from'];

interface Side {
  hospital: Hospital;
  n: number;
}

/** The hospitals of one side with what they sent or got, most first. */
const sidesOf = (flows: Flows, side: 'from' | 'to'): Side[] => {
  const sides = new Map<string, Side>();
  for (const flow of flows) {
    const hospital = flow[side];
    sides.set(hospital.id, { hospital, n: (sides.get(hospital.id)?.n ?? 0) + flow.n });
  }
  return [...sides.values()].sort((a, b) => b.n - a.n);
};

const Cell = ({ n, most, to, of }: { n: number; most: number; to: string; of: string }) => {
  if (n === 0) return <td className="flow-none">·</td>;
  return (
    <td className="flow-cell" style={{ '--share': n / most } as React.CSSProperties}>
      <Figure n={n} to={to} of={of} />
    </td>
  );
};

interface Props {
  filter: CaseFilter;
  flows: Flows;
  total: number;
}

const Rows = ({ filter, flows, froms, tos }: Omit<Props, 'total'> & { froms: Side[]; tos: Side[] }) => {
  const most = Math.max(...flows.map(({ n }) => n));
  const between = (from: string, to: string) => flows.find((flow) => flow.from.id === from && flow.to.id === to)?.n ?? 0;
  return froms.map(({ hospital, n }) => (
    <tr key={hospital.id}>
      <th scope="row">{hospital.shortName}</th>
      {tos.map(({ hospital: far }) => (
        <Cell
          key={far.id}
          n={between(hospital.id, far.id)}
          most={most}
          of={`${hospital.shortName} → ${far.shortName}`}
          to={casesLink(filter, { fromHospitalId: hospital.id, toHospitalId: far.id })}
        />
      ))}
      <td className="flow-sum">
        <Figure n={n} of={hospital.shortName} to={casesLink(filter, { fromHospitalId: hospital.id })} />
      </td>
    </tr>
  ));
};

/** Who asks whom, one hue by count with the number in every cell; a cell opens its cases. */
export const FlowMatrix = ({ filter, flows, total }: Props) => {
  const { t } = useTranslation('stats');
  const [froms, tos] = [sidesOf(flows, 'from'), sidesOf(flows, 'to')];
  return (
    <Card title={t('flows.title')} note={t('flows.note', { n: number(total) })} className="flow-card" flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="flow-scroll" aria-label={t('flows.label')} tabIndex={0}>
        <table className="flow">
          <thead>
            <tr>
              <th scope="col">{t('flows.way')}</th>
              {tos.map(({ hospital }) => (
                <th key={hospital.id} scope="col">
                  <span className="flow-name">{hospital.shortName}</span>
                </th>
              ))}
              <th scope="col">{t('flows.sum')}</th>
            </tr>
          </thead>
          <tbody>
            <Rows filter={filter} flows={flows} froms={froms} tos={tos} />
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('flows.sum')}</th>
              {tos.map(({ hospital, n }) => (
                <td key={hospital.id} className="flow-sum">
                  <Figure n={n} of={hospital.shortName} to={casesLink(filter, { toHospitalId: hospital.id })} />
                </td>
              ))}
              <td className="flow-sum">
                <Figure n={total} of={t('flows.title')} to={casesLink(filter)} />
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
    </Card>
  );
};
