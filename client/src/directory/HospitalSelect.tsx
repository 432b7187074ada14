import { useTranslation } from 'react-i18next';
import type { Me } from '../../../contract/auth.ts';
import { Select } from '../ui/Field.tsx';

type Membership = Me['memberships'][number];

/** Each hospital of these memberships once. */
export const hospitalsOf = (memberships: readonly Membership[]): Membership['hospital'][] => [
  ...new Map(memberships.map(({ hospital }) => [hospital.id, hospital])).values(),
];

interface Props {
  hospitals: readonly Membership['hospital'][];
  value: string;
  onChange: (id: string) => void;
}

/** Which of one's hospitals a page is about; nothing for whoever works in one. */
export const HospitalSelect = ({ hospitals, value, onChange }: Props) => {
  const { t } = useTranslation('directory');
  if (hospitals.length < 2) return null;
  return (
    <Select aria-label={t('hospital')} value={value} onChange={(event) => onChange(event.target.value)}>
      {hospitals.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
};
