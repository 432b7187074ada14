import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../contract/kit.ts';
import { useMe } from '../../lib/session.ts';
import { Field, Select } from '../../ui/Field.tsx';

interface Props {
  value: string;
  /** Who may ask. */
  roles: readonly Role[];
  onChange: (hospitalId: string) => void;
}

/** For whom a doctor of several hospitals asks; not shown to a doctor of one. */
export const FromField = ({ value, roles, onChange }: Props) => {
  const { t } = useTranslation(['consults', 'common']);
  const hospitals = useMe()
    .memberships.filter((held) => held.roles.some((role) => roles.includes(role)))
    .map(({ hospital }) => hospital);
  if (hospitals.length < 2) return null;
  return (
    <Field label={t('field.fromHospitalId')}>
      {(tied) => (
        <Select {...tied} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('common:form.choose')}</option>
          {hospitals.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
};
