import { useTranslation } from 'react-i18next';
import { stopwatch } from '../lib/format.ts';

/** Nobody reads a clock more exactly than that. */
const SAME_MS = 1_000;

/** 快 02:14, 慢 00:41, 一致. */
export const useOffsetWord = (): ((offsetMs: number) => string) => {
  const { t } = useTranslation('instruments');
  return (offsetMs) => {
    if (Math.abs(offsetMs) < SAME_MS) return t('offset.same');
    return t(offsetMs > 0 ? 'offset.fast' : 'offset.slow', { time: stopwatch(Math.abs(offsetMs)) });
  };
};
