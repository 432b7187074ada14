import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consult } from '../../../contract/consults.ts';
import { serverNow, useNow } from '../lib/clock.ts';
import { stopwatch } from '../lib/format.ts';
import { Clock } from '../ui/Clock.tsx';
import { CaseTitle } from './CaseTitle.tsx';

/** Since the talk began, for everybody the same; for whoever is in before that, since they came. */
const CallClock = ({ consult }: { consult: Consult }) => {
  const { t } = useTranslation('calls');
  const [entered] = useState(serverNow);
  const begun = consult.timeline.find(({ verb }) => verb === 'begin')?.at;
  const now = useNow();
  return (
    <span className="room-wide soft">
      {t('clock')} <b className="num">{stopwatch(now - (begun ? Date.parse(begun) : entered))}</b>
    </span>
  );
};

/** The limit that runs now, with its name: room in the bar and at the door. */
export const LimitClock = ({ consult: { clock, urgency } }: { consult: Consult }) => {
  const { t } = useTranslation('consults');
  if (!clock) return null;
  return (
    <span className="end room-clock">
      <small>{t(`clock.${clock.name}`)}</small>
      <Clock startedAt={clock.startedAt} dueAt={clock.dueAt} c={urgency} />
    </span>
  );
};

export const RoomBar = ({ consult }: { consult: Consult }) => (
  <header className="room-bar">
    <CaseTitle consult={consult} />
    <span className="room-wide mute num">{consult.consultNo}</span>
    <CallClock consult={consult} />
    <LimitClock consult={consult} />
  </header>
);
