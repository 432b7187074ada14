import { useTranslation } from 'react-i18next';
import { ConsultStatus } from '../../../contract/consults.ts';
import type { CaseFilter, ConsultStats } from '../../../contract/stats.ts';
import { number } from '../lib/format.ts';
import { Card } from '../ui/Card.tsx';
import { Figure } from './Figure.tsx';
import { casesLink } from './filter.ts';
import { FEW, percent } from './words.ts';

/** Over first, the most wanted end before the others; what is still open follows. */
const ORDER: readonly ConsultStatus[] = [
  'closed',
  'declined',
  'cancelled',
  'expired',
  ...ConsultStatus.options.filter((status) => !['closed', 'declined', 'cancelled', 'expired'].includes(status)),
];

/** Where the consults sent in this time stand now, as a share of those sent. */
export const StatusCard = ({ filter, stats: { statuses, total } }: { filter: CaseFilter; stats: ConsultStats }) => {
  const { t } = useTranslation(['stats', 'consults']);
  const found = ORDER.flatMap((status) => statuses.find((each) => each.status === status) ?? []);
  return (
    <Card title={t('statuses.title')} note={t('statuses.note', { n: number(total) })} flush>
      <table className="stats-table resp">
        <thead>
          <tr>
            <th scope="col">{t('list.status')}</th>
            <th scope="col">{t('statuses.n')}</th>
            <th scope="col">{t('statuses.share')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ status, n }) => (
            <tr key={status} className="resp-low">
              <th scope="row">{t(`consults:status.${status}`)}</th>
              <td>
                <Figure n={n} of={t(`consults:status.${status}`)} to={casesLink(filter, { status })} />
              </td>
              <td>{total < FEW ? '–' : `${percent(n, total)}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
};
