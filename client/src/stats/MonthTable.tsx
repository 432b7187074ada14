import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { monthName } from './months.ts';
import './charts.css';

interface Props<Row> {
  rows: readonly Row[];
  columns: readonly { key: string; name: string; cell: (row: Row) => ReactNode }[];
}

/** The numbers of a chart, folded below it: the newest month first. */
export const MonthTable = <Row extends { month: string }>({ rows, columns }: Props<Row>) => {
  const { t } = useTranslation('stats');
  return (
    <details className="stats-data">
      <summary>{t('data')}</summary>
      <div className="stats-scroll">
        <table className="stats-table">
          <thead>
            <tr>
              <th scope="col">{t('month')}</th>
              {columns.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows].reverse().map((row) => (
              <tr key={row.month}>
                <th scope="row">{monthName(row.month)}</th>
                {columns.map(({ key, cell }) => (
                  <td key={key}>{cell(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};
