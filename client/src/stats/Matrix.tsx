import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Veiled } from '../../../contract/referralStats.ts';
import { Card } from '../ui/Card.tsx';
import { Told } from './Figure.tsx';
import './Matrix.css';

export interface Side {
  key: string;
  name: string;
  n: Veiled;
  to: string;
}
export interface Crossing {
  from: string;
  to: string;
  n: Veiled;
  /** The list behind it. */
  link: string;
}

interface Props {
  title: string;
  note: ReactNode;
  label: string;
  /** In the corner: what runs down and what runs across. */
  way: string;
  froms: readonly Side[];
  tos: readonly Side[];
  cells: readonly Crossing[];
  total: Veiled;
  totalLink: string;
}

const size = (n: Veiled): number => (typeof n === 'number' ? n : 0);

const Cell = ({ cell, most, of }: { cell: Crossing | undefined; most: number; of: string }) => {
  if (!cell) return <td className="flow-none">·</td>;
  return (
    <td className="flow-cell" style={{ '--share': size(cell.n) / most } as CSSProperties}>
      <Told n={cell.n} to={cell.link} of={of} />
    </td>
  );
};

const Rows = ({ froms, tos, cells }: Pick<Props, 'froms' | 'tos' | 'cells'>) => {
  const most = Math.max(1, ...cells.map(({ n }) => size(n)));
  return froms.map((from) => (
    <tr key={from.key}>
      <th scope="row">{from.name}</th>
      {tos.map((to) => (
        <Cell
          key={to.key}
          cell={cells.find((each) => each.from === from.key && each.to === to.key)}
          most={most}
          of={`${from.name} → ${to.name}`}
        />
      ))}
      <td className="flow-sum">
        <Told n={from.n} of={from.name} to={from.to} />
      </td>
    </tr>
  ));
};

/** Who sends to whom, one hue by count with the number in every cell; a cell opens its cases. */
export const Matrix = ({ title, note, label, way, froms, tos, cells, total, totalLink }: Props) => {
  const { t } = useTranslation('stats');
  return (
    <Card title={title} note={note} className="flow-card" flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="flow-scroll" aria-label={label} tabIndex={0}>
        <table className="flow">
          <thead>
            <tr>
              <th scope="col">{way}</th>
              {tos.map(({ key, name }) => (
                <th key={key} scope="col">
                  <span className="flow-name">{name}</span>
                </th>
              ))}
              <th scope="col">{t('flows.sum')}</th>
            </tr>
          </thead>
          <tbody>
            <Rows froms={froms} tos={tos} cells={cells} />
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('flows.sum')}</th>
              {tos.map(({ key, name, n, to }) => (
                <td key={key} className="flow-sum">
                  <Told n={n} of={name} to={to} />
                </td>
              ))}
              <td className="flow-sum">
                <Told n={total} of={title} to={totalLink} />
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
    </Card>
  );
};
