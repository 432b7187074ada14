import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricFigure } from '../../../../contract/emergencyStats.ts';
import { isFew, isNumber } from '../referrals/seen.ts';

const PARTS = ['met', 'unmet', 'missing', 'invalid'] as const;

/** Met filled, unmet hatched, missing and out of order dashed; nothing where there are too few or a part is covered. */
export const JudgedBar = ({ figure }: { figure: MetricFigure }) => {
  const { t } = useTranslation(['stats', 'emergency']);
  if (figure.eligible === 0) return <span className="mute">–</span>;
  const shown = PARTS.filter((part) => figure[part] !== 0);
  if (isFew(figure.eligible) || !shown.every((part) => isNumber(figure[part])))
    return <span className="mute small">{t('centers.unjudged')}</span>;
  const label = shown.map((part) => `${t(`emergency:state.${part}`)} ${figure[part]}`).join(' ');
  return (
    <span className="judged-bar" role="img" aria-label={label} title={label}>
      {shown.map((part) => (
        <i key={part} className={`judged-${part}`} style={{ '--n': figure[part] } as CSSProperties} />
      ))}
    </span>
  );
};
