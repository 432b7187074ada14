import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { serverNow } from '../../lib/clock.ts';
import { useWork } from '../../ui/useWork.ts';
import { referrals } from '../api.ts';
import { keepReferral } from '../keepReferral.ts';

/** Who was faster, and by how much. */
const useOvertaken = () => {
  const { t } = useTranslation('referrals');
  return ({ timeline, status }: Referral): string => {
    const last = timeline.at(-1);
    const now = t(`status.${status}`);
    if (!last?.by) return t('page.conflict.moved', { status: now });
    const seconds = Math.max(1, Math.round((serverNow() - Date.parse(last.at)) / 1000));
    const what = t([`past.${last.verb}`, 'past.other']);
    const said = { name: last.by, what, status: now };
    return seconds < 60 ? t('page.conflict.by', { ...said, seconds }) : t('page.conflict.byLong', said);
  };
};

/** Runs one verb of a referral. */
export const useVerb = (id: string) => {
  const cache = useQueryClient();
  const overtaken = useOvertaken();
  return useWork<Referral>({ query: referrals.read.query({ id }), keep: (referral) => keepReferral(cache, referral), overtaken });
};
export type Verb = ReturnType<typeof useVerb>;
