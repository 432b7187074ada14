import { useTranslation } from 'react-i18next';
import type { Position } from '../../../contract/position.ts';
import { useNow } from '../lib/clock.ts';
import { duration, number } from '../lib/format.ts';

const degrees = (value: number) => number(value, { minimumFractionDigits: 4, maximumFractionDigits: 4 });

/** Where a car was last, for the map of the phone, and how long ago that is. */
export const PlaceLine = ({ at: { latitude, longitude, at } }: { at: Position }) => {
  const { t } = useTranslation('common');
  const now = useNow();
  return (
    <p className="row">
      <a href={`geo:${latitude},${longitude}`} className="num">
        {degrees(latitude)}, {degrees(longitude)}
      </a>
      <small className="mute num">{t('place.age', { time: duration(now - Date.parse(at)) })}</small>
    </p>
  );
};
