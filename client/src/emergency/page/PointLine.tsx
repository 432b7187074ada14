import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from './rescue.ts';
import { usePointWords } from './words.ts';

/** How a time became known; a name is never broken in two. */
export const PointLine = ({ point }: { point: Point }) => {
  const { t } = useTranslation('emergencyCase');
  return (
    <small className="soft">
      {usePointWords()(point).map((part, at) => (
        <Fragment key={part}>
          {at > 0 && t('dot')}
          <span className="ec-part">{part}</span>
        </Fragment>
      ))}
    </small>
  );
};
