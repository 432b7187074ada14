import { useTranslation } from 'react-i18next';
import type { Ringing } from './rings.ts';

/** What kind of ring it is: `特急会诊`, `急转诊`, `胸痛急救`. */
export const useRingName = (): ((ring: Ringing) => string) => {
  const { t } = useTranslation(['paging', 'emergency']);
  return (ring) =>
    t(
      `rings.${ring.kind}.${ring.urgency}`,
      ring.kind === 'emergency' ? { center: t(`emergency:center.${ring.card.center}`) } : {},
    );
};
