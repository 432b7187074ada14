import { useTranslation } from 'react-i18next';
import type { ReferralCaseRow } from '../../../../contract/referralStats.ts';
import { useWho } from '../caseWords.ts';
import { useSpan } from '../words.ts';
import { useStateWord } from './words.ts';

/** How a row of the list says what it is. */
export const useRowWords = () => {
  const { t } = useTranslation(['stats', 'referrals']);
  const { span } = useSpan();
  return {
    who: useWho(),
    state: useStateWord(),
    kind: ({ direction, lane }: ReferralCaseRow): string | null =>
      direction && lane && `${t(`referrals:direction.${direction}`)}·${t(`referrals:lane.${lane}`)}`,
    way: ({ from, to, outside, toDepartment }: ReferralCaseRow): string => {
      const end = to?.shortName ?? outside ?? t('referral.end.unknown');
      return `${from.shortName} → ${[end, toDepartment].filter(Boolean).join('·')}`;
    },
    /** How long the answer took, and why it was no. */
    answer: ({ seconds, reason }: ReferralCaseRow): string | null =>
      [seconds !== null && span(seconds), reason && t(`referrals:rejectReason.${reason}`)].filter(Boolean).join('·') || null,
  };
};
