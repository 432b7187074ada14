import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ReferralRow } from '../../../contract/referrals.ts';

export type Owned = Pick<ReferralRow, 'owner' | 'mine' | 'clock'>;

/** What is owed: what the clock runs for; a draft has none and wants to be written. */
export const doing = (t: TFunction<'referrals'>, { clock }: Pick<ReferralRow, 'clock'>): string =>
  t(`owner.do.${clock?.name ?? 'write'}`);

/** A person when one is named, else the desk or the department. */
const nameOf = (t: TFunction<'referrals'>, owner: NonNullable<ReferralRow['owner']>): string => {
  const { person, desk, department } = owner;
  const hospital = owner.hospital.shortName;
  if (person) return t('owner.person', { hospital, name: person.name });
  return desk || !department ? t('owner.desk', { hospital }) : t('owner.department', { hospital, department });
};

/** Whose turn it is, as the owner chip says it: `等我接收`, `等 锦江转诊中心 定床`; null when it is over. */
export const ownerWords = (t: TFunction<'referrals'>, row: Owned) => {
  if (!row.owner) return null;
  const who = nameOf(t, row.owner);
  const what = doing(t, row);
  return {
    name: row.owner.person?.name ?? row.owner.hospital.shortName,
    mine: row.mine,
    said: row.mine ? t('owner.mine', { what }) : t('owner.other', { who, what }),
  };
};

export const useOwnerWords = () => {
  const { t } = useTranslation('referrals');
  return (row: Owned) => ownerWords(t, row);
};
