import { useTranslation } from 'react-i18next';
import type { EmergencyRow } from '../../../contract/emergency.ts';
import { useNow } from '../lib/clock.ts';
import { dateTime, stopwatch } from '../lib/format.ts';
import { Clock } from '../ui/Clock.tsx';

const Since = ({ at }: { at: string }) => {
  const { t } = useTranslation('emergency');
  return <b className="num">{t('board.since', { time: stopwatch(useNow() - Date.parse(at)) })}</b>;
};

/** The target that runs; how long it has gone on where none does; when it ended. */
export const CaseClock = ({
  row: { next, startedAt, endedAt },
}: {
  row: Pick<EmergencyRow, 'next' | 'startedAt' | 'endedAt'>;
}) => {
  if (endedAt) return <small className="mute num">{dateTime(endedAt)}</small>;
  if (next) return <Clock startedAt={startedAt} dueAt={next.dueAt} c="urgent" />;
  return <Since at={startedAt} />;
};
