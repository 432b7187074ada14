import { useTranslation } from 'react-i18next';
import type { FlowEnd, ReferralCaseFilter, ReferralCaseRow, ReferralStats } from '../../../../contract/referralStats.ts';
import { monthName } from '../months.ts';
import { useHospitals } from '../useHospitals.ts';
import type { ListFilter } from './filter.ts';

/** Where the words of a case's state are. */
const STATES = { referral: 'referrals:status', offer: 'offer', consult: 'consults:outcome' } as const;

export const useStateWord = (): ((row: Pick<ReferralCaseRow, 'subject' | 'state'>) => string) => {
  const { t } = useTranslation(['stats', 'referrals', 'consults']);
  return ({ subject, state }) => t(`${STATES[subject]}.${state}`);
};

/** The short name of an end of a flow. */
export const useEndName = (hospitals: ReferralStats['hospitals']): ((end: FlowEnd) => string) => {
  const { t } = useTranslation('stats');
  return (end) =>
    end === 'outside' || end === 'unknown'
      ? t(`referral.end.${end}`)
      : (hospitals.find(({ id }) => id === end)?.shortName ?? '…');
};

const monthsOf = ({ from, to }: { from: string; to: string }): string =>
  from === to ? monthName(from) : `${monthName(from)} – ${monthName(to)}`;

/** A filter as people say it: its months, and each thing it is narrowed to. */
export const useFilterWords = (filter: ListFilter) => {
  const { t } = useTranslation(['stats', 'referrals']);
  const { nameOf } = useHospitals();
  const { fromHospitalId, toEnd, direction, lane, chapter, status, answer, category } = filter;
  const endName = (end: FlowEnd) => (end === 'outside' || end === 'unknown' ? t(`referral.end.${end}`) : (nameOf(end) ?? '…'));
  const words: Partial<Record<keyof ReferralCaseFilter, string>> = {
    ...(fromHospitalId && { fromHospitalId: t('referral.chip.from', { name: nameOf(fromHospitalId) ?? '…' }) }),
    ...(toEnd && { toEnd: t('referral.chip.to', { name: endName(toEnd) }) }),
    ...(direction && { direction: t(`referrals:direction.${direction}`) }),
    ...(lane && { lane: t(`referrals:lane.${lane}`) }),
    ...(chapter && { chapter: t(`referral.chapter.${chapter}`) }),
    ...(status && { status: t(`referrals:status.${status}`) }),
    ...(answer && { answer: t(`offer.${answer}`) }),
    ...(category && { category }),
  };
  return { months: monthsOf(filter), words };
};
