import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow, useNow } from '../lib/clock.ts';
import { stopwatch } from '../lib/format.ts';
import { useRoomCase } from './roomCase.ts';

/** Since the talk began, for everybody the same; for whoever is in before that, since they came. */
const CallClock = () => {
  const { t } = useTranslation('calls');
  const { begunAt } = useRoomCase();
  const [entered] = useState(serverNow);
  const now = useNow();
  return (
    <span className="room-wide soft">
      {t('clock')} <b className="num">{stopwatch(now - (begunAt ? Date.parse(begunAt) : entered))}</b>
    </span>
  );
};

export const RoomBar = () => {
  const { title, number, limit } = useRoomCase();
  return (
    <header className="room-bar">
      {title}
      <span className="room-wide mute num">{number}</span>
      <CallClock />
      {limit}
    </header>
  );
};
