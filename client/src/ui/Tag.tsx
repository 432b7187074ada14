import { CircleMinus, type LucideIcon, Timer, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Urgency } from '../../../contract/consults.ts';
import './Tag.css';

export type Meaning = 'shan' | 'hai' | 'stat' | 'urgent' | 'routine' | 'met' | 'unmet' | 'missing';

interface Props {
  c: Meaning;
  look?: 'tint' | 'solid' | 'line' | 'dash';
  icon?: LucideIcon;
  children: ReactNode;
}

/** A word with a colour; the colour never stands alone. */
export const Tag = ({ c, look = 'tint', icon: Icon, children }: Props) => (
  <span className={`tag tag-${look}`} data-c={c}>
    {Icon && <Icon aria-hidden size={13} />}
    {children}
  </span>
);

const icons = { stat: Zap, urgent: Timer, routine: CircleMinus } as const;

/** 特急, 急, 普通: solid, tinted and grey, each with its own icon. */
export const UrgencyTag = ({ urgency }: { urgency: Urgency }) => {
  const { t } = useTranslation('common');
  return (
    <Tag c={urgency} look={urgency === 'stat' ? 'solid' : 'tint'} icon={icons[urgency]}>
      {t(`urgency.${urgency}`)}
    </Tag>
  );
};
