import { useTranslation } from 'react-i18next';
import { Urgency } from '../../../contract/consults.ts';
import type { useCaseFilter } from './filter.ts';
import { type Option, Pick, PickMonths } from './Pick.tsx';
import { useHospitals } from './useHospitals.ts';
import './FilterBar.css';

/** Months, hospitals and urgency. */
export const FilterBar = ({ filter, change, thisMonth }: ReturnType<typeof useCaseFilter>) => {
  const { t } = useTranslation(['stats', 'common']);
  const { inviters, invitees } = useHospitals();
  const named = (list: typeof inviters): Option[] => list.map(({ id, shortName }) => ({ value: id, name: shortName }));
  return (
    <search className="stats-filter" aria-label={t('filter.label')}>
      <PickMonths filter={filter} change={change} thisMonth={thisMonth} />
      <Pick
        label={t('filter.inviter')}
        value={filter.fromHospitalId}
        options={named(inviters)}
        any={t('filter.anyInviter')}
        onPick={(fromHospitalId) => change({ fromHospitalId })}
      />
      <Pick
        label={t('filter.invitee')}
        value={filter.toHospitalId}
        options={named(invitees)}
        any={t('filter.anyInvitee')}
        onPick={(toHospitalId) => change({ toHospitalId })}
      />
      <Pick
        label={t('filter.urgency')}
        value={filter.urgency}
        options={Urgency.options.map((urgency) => ({ value: urgency, name: t(`common:urgency.${urgency}`) }))}
        any={t('filter.anyUrgency')}
        onPick={(urgency) => change({ urgency })}
      />
    </search>
  );
};
