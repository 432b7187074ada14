import { CircleCheck, CircleDashed, CircleX, Clock3, Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MetricValue } from '../../../../contract/emergencyMetrics.ts';
import { Tag } from '../../ui/Tag.tsx';
import { STATE_COLOUR } from './verdicts.ts';

const icons = {
  met: CircleCheck,
  unmet: CircleX,
  missing: CircleDashed,
  invalid: Clock3,
  watched: Eye,
  notEligible: CircleDashed,
};

/** ✓ 达标, ✕ 未达标, dashed 缺: never by colour alone. */
export const VerdictTag = ({ state }: { state: MetricValue['state'] }) => {
  const { t } = useTranslation('emergency');
  return (
    <Tag c={STATE_COLOUR[state]} look={state === 'missing' ? 'dash' : 'tint'} icon={icons[state]}>
      {t(`state.${state}`)}
    </Tag>
  );
};
