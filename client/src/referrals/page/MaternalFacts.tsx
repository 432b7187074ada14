import { useTranslation } from 'react-i18next';
import type { Sheet } from '../../../../contract/referralSheet.ts';
import { dateTime, number } from '../../lib/format.ts';
import { Facts } from '../../ui/Facts.tsx';
import { shockIndex } from './shockIndex.ts';

const VOLUMES = ['bloodLoss', 'vaginalLoss', 'urine', 'crystalloid', 'colloid'] as const;
const GASES = ['ph', 'po2', 'pco2', 'bicarbonate', 'lactate', 'baseExcess'] as const;

/** 孕产妇转会诊单: only what somebody has written, in the order it is asked at the door. */
export const MaternalFacts = ({ sheet }: { sheet: Sheet }) => {
  const { t } = useTranslation('referrals');
  const { maternal } = sheet;
  if (!maternal) return null;
  const { weeks, days, rescueFrom, rescueMinutes, bloodProducts, drugs, procedures, deliveredAt, deliveryMode, apgar, placenta } =
    maternal;
  const volumes = VOLUMES.filter((key) => maternal[key] !== undefined);
  const gases = GASES.filter((key) => maternal[key] !== undefined);
  const listed = (some: readonly string[] | undefined, of: string) =>
    some?.map((one) => t(`page.maternal.${of}.${one}`)).join(t('page.comma'));
  const facts: [string, string | null | undefined | false][] = [
    [t('page.maternal.weeks'), weeks !== undefined && t('page.maternal.weeksOf', { weeks, days: days ?? 0 })],
    [t('page.maternal.shockIndex'), shockIndex(sheet)],
    [t('page.maternal.rescue'), rescueFrom && dateTime(rescueFrom)],
    [t('page.maternal.rescueMinutes'), rescueMinutes !== undefined && t('page.maternal.minutes', { n: rescueMinutes })],
    ...volumes.map((key): [string, string] => [t(`page.maternal.${key}`), `${number(maternal[key] ?? 0)} mL`]),
    [t('page.maternal.bloodProducts'), bloodProducts],
    [t('page.maternal.gas'), gases.map((key) => `${t(`page.maternal.${key}`)} ${maternal[key]}`).join(t('page.comma'))],
    [t('page.maternal.intubated'), maternal.intubated !== undefined && t(`page.yes.${maternal.intubated}`)],
    [t('page.maternal.drugs'), listed(drugs, 'drug')],
    [t('page.maternal.delivery'), deliveryMode && t(`page.maternal.mode.${deliveryMode}`)],
    [t('page.maternal.deliveredAt'), deliveredAt && dateTime(deliveredAt)],
    [t('page.maternal.apgar'), apgar],
    [t('page.maternal.placenta'), placenta && t(`page.maternal.placentas.${placenta}`)],
    [t('page.maternal.procedures'), listed(procedures, 'procedure')],
  ];
  return (
    <section className="stack sheet-part">
      <h3>{t('page.maternal.title')}</h3>
      <Facts items={facts.filter(([, value]) => value).map(([name, value]) => [name, value || null] as const)} />
    </section>
  );
};
