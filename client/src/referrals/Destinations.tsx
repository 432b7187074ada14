import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { referrals as actions, Referral } from '../../../contract/referrals.ts';
import { dateTime } from '../lib/format.ts';
import { referrals } from './api.ts';

export type Hospital = z.output<typeof actions.destinations.output>['items'][number];
export type Department = Hospital['departments'][number];

/** Beds are told by hand and grow old. */
const EVERY_MS = 60_000;

export const useDestinations = ({ direction, from }: Referral) =>
  useQuery({
    ...referrals.destinations.query({ direction, ...(from.hospital && { fromHospitalId: from.hospital.id }) }),
    refetchInterval: EVERY_MS,
  });

/** Free beds and how old the word is; not told is not none. */
export const Beds = ({ department: { freeBeds, bedsAt } }: { department: Department }) => {
  const { t } = useTranslation('referrals');
  if (freeBeds === null) return <small className="mute">{t('page.to.bedsUnknown')}</small>;
  return (
    <small className={freeBeds > 0 ? 'soft' : 'mute'}>
      {bedsAt ? t('page.to.bedsAt', { n: freeBeds, at: dateTime(bedsAt) }) : t('page.to.beds', { n: freeBeds })}
    </small>
  );
};
