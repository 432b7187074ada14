import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EmergencyRow } from '../../../contract/emergency.ts';
import { Tag } from '../ui/Tag.tsx';
import { CaseClock } from './CaseClock.tsx';
import { CenterMark } from './CenterMark.tsx';
import { RoadTag } from './RoadTag.tsx';
import { useRowWords } from './rowWords.ts';

const colours = { active: 'stat', stoodDown: 'missing', closed: 'urgent', reviewed: 'met' } as const;

/** Who has come, while it goes on; how it stands, after it. */
const Foot = ({ row, team }: { row: EmergencyRow; team: string }) => {
  const { t } = useTranslation('emergency');
  if (row.status !== 'active') return <Tag c={colours[row.status]}>{t(`status.${row.status}`)}</Tag>;
  return <Tag c={row.answered > 0 ? 'met' : 'urgent'}>{team}</Tag>;
};

/** One case as a card; the whole of it opens the case. No name: a board hangs where others read it. */
export const CaseCard = ({ row }: { row: EmergencyRow }) => {
  const { title, patient, way, team, target } = useRowWords()(row);
  return (
    <li className="ecard" data-c={row.center}>
      <CenterMark center={row.center} />
      <div className="ecard-what">
        <h3>
          <Link to={`/emergencies/${row.id}`} className="ecard-link">
            {title}
          </Link>
        </h3>
        <span>{patient}</span>
        <small className="mute clip">{way}</small>
      </div>
      <div className="ecard-clock">
        <CaseClock row={row} />
        {target && <small className="soft">{target}</small>}
      </div>
      <div className="ecard-foot row">
        <Foot row={row} team={team} />
        <RoadTag road={row.road} />
        <small className="mute num end">{row.emergencyNo}</small>
      </div>
    </li>
  );
};
