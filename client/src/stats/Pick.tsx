import { useTranslation } from 'react-i18next';
import { Select } from '../ui/Field.tsx';
import type { Change } from './filter.ts';
import { addMonths, monthName } from './months.ts';

/** How far back the months go; an address may ask for more. */
const MONTHS = 36;

export interface Option {
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

export const Pick = ({ label, value = '', options, any, onPick }: PickProps) => (
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

interface MonthsProps<F> {
  filter: F;
  change: Change<F>;
  thisMonth: string;
}

/** From which month to which; one picked past the other end moves that end along. */
export const PickMonths = <F extends { from: string; to: string }>({ filter, change, thisMonth }: MonthsProps<F>) => {
  const { t } = useTranslation('stats');
  const months = monthsUpTo(thisMonth, [filter.from, filter.to]);
  const both = (from: string, to: string) => change({ from, to } as Parameters<typeof change>[0]);
  return (
    <span className="stats-months">
      <Pick
        label={t('filter.from')}
        value={filter.from}
        options={months}
        onPick={(month) => both(month, month > filter.to ? month : filter.to)}
      />
      <span aria-hidden>–</span>
      <Pick
        label={t('filter.to')}
        value={filter.to}
        options={months}
        onPick={(month) => both(month < filter.from ? month : filter.from, month)}
      />
    </span>
  );
};
