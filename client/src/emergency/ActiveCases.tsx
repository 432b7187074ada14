import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EmergencyRow } from '../../../contract/emergency.ts';
import { Card } from '../ui/Card.tsx';
import { ListRow } from '../ui/ListRow.tsx';
import { Tag } from '../ui/Tag.tsx';
import { CaseClock } from './CaseClock.tsx';
import { CenterMark } from './CenterMark.tsx';
import { pressingFirst } from './caseOrder.ts';
import { RoadTag } from './RoadTag.tsx';
import { useRowWords } from './rowWords.ts';
import { useActive } from './useEmergencies.ts';

const Line = ({ row, hot }: { row: EmergencyRow; hot: boolean }) => {
  const { title, patient, way, team, target } = useRowWords()(row);
  return (
    <ListRow
      tag={<CenterMark center={row.center} />}
      title={title}
      about={[patient, way, target].filter(Boolean).join('·')}
      owner={
        <>
          <RoadTag road={row.road} /> <Tag c={row.answered > 0 ? 'met' : 'urgent'}>{team}</Tag>
        </>
      }
      clock={<CaseClock row={row} />}
      to={`/emergencies/${row.id}`}
      hot={hot ? 'stat' : undefined}
    />
  );
};

/** What is being rescued now, least time left first; nothing while nothing is. */
export const ActiveCases = () => {
  const { t } = useTranslation('emergency');
  const rows = useActive().data?.items ?? [];
  if (rows.length === 0) return null;
  const all = (
    <Link to="/emergencies">
      {t('board.all')} <ChevronRight aria-hidden size={16} />
    </Link>
  );
  return (
    <Card className="todo" title={t('board.now')} note={t('board.n', { n: rows.length })} aside={all} flush>
      <ol className="rows rlines">
        {[...rows].sort(pressingFirst).map((row, at) => (
          <Line key={row.id} row={row} hot={at === 0} />
        ))}
      </ol>
    </Card>
  );
};
