import { useTranslation } from 'react-i18next';
import { Urgency } from '../../../contract/consults.ts';
import { Select } from '../ui/Field.tsx';
import type { useCaseFilter } from './filter.ts';
import { addMonths, monthName } from './months.ts';
import { useHospitals } from './useHospitals.ts';
import './FilterBar.css';

/** How far back the months go; an address may ask for more. */
const MONTHS = 36;

interface Option {
  value: string;
  name: string;
}

interface PickProps {
  label: string;
  value: string | undefined;
  options: readonly Option[];
  /** What the empty choice is called; without it one must be chosen. */
  any?: string;
  onPick: (value: string) => void;
}

const Pick = ({ label, value = '', options, any, onPick }: PickProps) => (
  <Select aria-label={label} title={label} value={value} onChange={(event) => onPick(event.target.value)}>
    {any !== undefined && <option value="">{any}</option>}
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.name}
      </option>
    ))}
  </Select>
);

const monthsUpTo = (last: string, also: readonly string[]): Option[] => {
  const recent = Array.from({ length: MONTHS }, (_, ago) => addMonths(last, -ago));
  const all = [...new Set([...recent, ...also])].sort().reverse();
  return all.map((month) => ({ value: month, name: monthName(month) }));
};

/** Months, hospitals and urgency; a month picked past the other end moves that end along. */
export const FilterBar = ({ filter, change, thisMonth }: ReturnType<typeof useCaseFilter>) => {
  const { t } = useTranslation(['stats', 'common']);
  const { inviters, invitees } = useHospitals();
  const months = monthsUpTo(thisMonth, [filter.from, filter.to]);
  const named = (list: typeof inviters): Option[] => list.map(({ id, shortName }) => ({ value: id, name: shortName }));
  const from = (month: string) => change({ from: month, to: month > filter.to ? month : filter.to });
  const to = (month: string) => change({ to: month, from: month < filter.from ? month : filter.from });
  return (
    <search className="stats-filter" aria-label={t('filter.label')}>
      <span className="stats-months">
        <Pick label={t('filter.from')} value={filter.from} options={months} onPick={from} />
        <span aria-hidden>–</span>
        <Pick label={t('filter.to')} value={filter.to} options={months} onPick={to} />
      </span>
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
