import { Ambulance } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Road } from '../../../contract/emergencyRoad.ts';
import { useNow } from '../lib/clock.ts';
import { duration } from '../lib/format.ts';
import { Tag } from '../ui/Tag.tsx';

/** 在途, and when it should be there; past that, how late, in words. Nothing while nobody is on the road. */
export const RoadTag = ({ road }: { road: Road | null }) => {
  const { t } = useTranslation('emergency');
  const now = useNow(road !== null);
  if (!road) return null;
  const late = now - Date.parse(road.etaAt);
  return (
    <Tag c={late > 0 ? 'stat' : 'hai'} icon={Ambulance}>
      {late > 0 ? t('road.overdue', { time: duration(late) }) : t('road.expected', { time: duration(-late) })}
    </Tag>
  );
};
