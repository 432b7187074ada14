import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../../contract/emergencyNodes.ts';
import { useRefusalText } from '../../lib/refusalText.ts';
import { Refused } from '../../lib/refused.ts';
import { Tag } from '../../ui/Tag.tsx';
import { PointLine } from './PointLine.tsx';
import type { Rescue } from './rescue.ts';
import { type TrailLine, trailOf } from './trail.ts';
import { useMoment } from './words.ts';

const Line = ({ line: { point, counts, struck } }: { line: TrailLine }) => {
  const { t } = useTranslation('emergencyCase');
  const moment = useMoment();
  const refusal = useRefusalText();
  const time = point.at ? moment(point.at) : t('trail.takenBack');
  return (
    <li>
      {struck ? <s className="num mute">{time}</s> : <b className="num">{time}</b>}
      <span>
        <PointLine point={point} />
        {point.reason && <small className="mute">{t('trail.reason', { reason: point.reason })}</small>}
        {point.refused && <small className="ec-refused">{refusal(new Refused({ ...point.refused, message: '' }))}</small>}
      </span>
      {counts && <Tag c="shan">{t('trail.counts')}</Tag>}
    </li>
  );
};

/** Nothing that was ever recorded of a node disappears: corrected, it is struck through. */
export const Trail = ({ rescue, node }: { rescue: Rescue; node: NodeCode }) => (
  <ol className="ec-trail">
    {trailOf(rescue, node).map((line) => (
      <Line key={line.point.id} line={line} />
    ))}
  </ol>
);
