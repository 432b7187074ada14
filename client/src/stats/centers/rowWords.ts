import { useTranslation } from 'react-i18next';
import type { CenterCaseRow } from '../../../../contract/emergencyStats.ts';
import { number } from '../../lib/format.ts';
import { useWho } from '../caseWords.ts';

/** How a row of the list says what it is. */
export const useRowWords = () => {
  const { t } = useTranslation(['stats', 'emergency']);
  return {
    who: useWho(),
    way: ({ from, to }: CenterCaseRow): string => [from.shortName, to?.shortName].filter(Boolean).join(' → '),
    status: ({ status }: CenterCaseRow): string => t(`emergency:status.${status}`),
    /** Of the metric asked for; null where none was. */
    verdict: ({ state }: CenterCaseRow): string | null => state && t(`emergency:state.${state}`),
    /** Within a minute it is seconds that count. */
    took: ({ seconds }: CenterCaseRow): string | null => {
      if (seconds === null) return null;
      return Math.abs(seconds) <= 60
        ? t('unit.span', { n: number(seconds), unit: t('centers.seconds') })
        : t('unit.span', { n: number(seconds / 60, { maximumFractionDigits: 1 }), unit: t('unit.minutes') });
    },
  };
};
