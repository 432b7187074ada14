import { useTranslation } from 'react-i18next';
import { DxChapter } from '../../../../contract/dxChapters.ts';
import { Direction, Lane } from '../../../../contract/referralSheet.ts';
import { type Option, Pick, PickMonths } from '../Pick.tsx';
import { useHospitals } from '../useHospitals.ts';
import type { useFigureFilter } from './filter.ts';
import '../FilterBar.css';

const useOptions = () => {
  const { t } = useTranslation(['stats', 'referrals']);
  const { all } = useHospitals();
  const hospitals: Option[] = all.map(({ id, shortName }) => ({ value: id, name: shortName }));
  const named = (values: readonly string[], under: string): Option[] =>
    values.map((value) => ({ value, name: t(`${under}.${value}`) }));
  return {
    hospitals,
    ends: [...hospitals, ...named(['outside', 'unknown'], 'referral.end')],
    directions: named(Direction.options, 'referrals:direction'),
    lanes: named(Lane.options, 'referrals:lane'),
    chapters: DxChapter.options.map((value) => ({
      value,
      name: value === 'unknown' ? t('referral.chapter.unknown') : `${value} ${t(`referral.chapter.${value}`)}`,
    })),
  };
};

/** Months, both hospitals, direction, lane and chapter of the diagnosis. */
export const FilterBar = ({ filter, change, thisMonth }: ReturnType<typeof useFigureFilter>) => {
  const { t } = useTranslation('stats');
  const { hospitals, ends, directions, lanes, chapters } = useOptions();
  return (
    <search className="stats-filter" aria-label={t('filter.label')}>
      <PickMonths filter={filter} change={change} thisMonth={thisMonth} />
      <Pick
        label={t('referral.filter.from')}
        value={filter.fromHospitalId}
        options={hospitals}
        any={t('referral.filter.anyFrom')}
        onPick={(fromHospitalId) => change({ fromHospitalId })}
      />
      <Pick
        label={t('referral.filter.to')}
        value={filter.toEnd}
        options={ends}
        any={t('referral.filter.anyTo')}
        onPick={(toEnd) => change({ toEnd })}
      />
      <Pick
        label={t('referral.filter.direction')}
        value={filter.direction}
        options={directions}
        any={t('referral.filter.anyDirection')}
        onPick={(direction) => change({ direction })}
      />
      <Pick
        label={t('referral.filter.lane')}
        value={filter.lane}
        options={lanes}
        any={t('referral.filter.anyLane')}
        onPick={(lane) => change({ lane })}
      />
      <Pick
        label={t('referral.filter.chapter')}
        value={filter.chapter}
        options={chapters}
        any={t('referral.filter.anyChapter')}
        onPick={(chapter) => change({ chapter })}
      />
    </search>
  );
};
