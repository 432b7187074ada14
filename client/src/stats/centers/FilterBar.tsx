import { useTranslation } from 'react-i18next';
import { Center } from '../../../../contract/emergencyNodes.ts';
import { centerIcons } from '../../emergency/centers.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { Pick, PickMonths } from '../Pick.tsx';
import { useHospitals } from '../useHospitals.ts';
import type { useListFilter } from './filter.ts';
import '../FilterBar.css';

/** The center's sign in its own colour, beside its name. */
const CenterName = ({ center }: { center: Center }) => {
  const { t } = useTranslation('emergency');
  const Icon = centerIcons[center];
  return (
    <span className="center-name">
      <span data-c={center}>
        <Icon aria-hidden size={18} />
      </span>
      {t(`center.${center}`)}
    </span>
  );
};

/** One of the five centers, months and hospital; the metrics of another center are others. */
export const FilterBar = ({ filter, change, thisMonth }: ReturnType<typeof useListFilter>) => {
  const { t } = useTranslation('stats');
  const { inviters } = useHospitals();
  return (
    <search className="centers-filter" aria-label={t('filter.label')}>
      <Tabs
        label={t('centers.filter.center')}
        tabs={Center.options.map((center) => [center, <CenterName key={center} center={center} />] as const)}
        chosen={filter.center}
        onChoose={(center) => change({ center, metric: '' })}
      />
      <span className="stats-filter">
        <PickMonths filter={filter} change={change} thisMonth={thisMonth} />
        <Pick
          label={t('centers.filter.hospital')}
          value={filter.hospitalId}
          options={inviters.map(({ id, shortName }) => ({ value: id, name: shortName }))}
          any={t('centers.filter.anyHospital')}
          onPick={(hospitalId) => change({ hospitalId })}
        />
      </span>
    </search>
  );
};
