import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/session.ts';
import { Field, Select } from '../../ui/Field.tsx';
import type { Bind } from '../../ui/form/bind.tsx';
import type { Form } from './form.ts';

/** For whom a doctor of several hospitals asks; not shown to a doctor of one. */
export const FromField = ({ bind: { form, set } }: { bind: Bind<Pick<Form, 'fromHospitalId'>> }) => {
  const { t } = useTranslation(['consults', 'common']);
  const hospitals = useMe()
    .memberships.filter(({ roles }) => roles.includes('doctor'))
    .map(({ hospital }) => hospital);
  if (hospitals.length < 2) return null;
  return (
    <Field label={t('field.fromHospitalId')}>
      {(tied) => (
        <Select {...tied} value={form.fromHospitalId} onChange={(event) => set({ fromHospitalId: event.target.value })}>
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
