import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Department, type Partner, usePartners } from '../../directory/usePartners.ts';
import { Field, FieldError, Select } from '../../ui/Field.tsx';
import type { Bind } from '../../ui/form/bind.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Presence } from '../../ui/Presence.tsx';
import type { Form } from './form.ts';

const OnDuty = ({ department }: { department: Department }) => {
  const { t } = useTranslation('consults');
  if (department.onDuty.length === 0) return <small className="mute">{t('target.nobody')}</small>;
  return (
    <small className="target-duty">
      {department.onDuty.map((person) => (
        <span key={person.id} className="row">
          <span className="mute">{t(`ring.line${person.line}`)}</span>
          {person.name} {person.title}
          <Presence state={person.presence} />
        </span>
      ))}
    </small>
  );
};

const Departments = ({ partner, bind: { form, set } }: { partner: Partner; bind: Bind<Form> }) => {
  const { t } = useTranslation('consults');
  return (
    <fieldset className="targets" aria-label={t('field.toDepartmentId')}>
      {partner.departments.map((department) => (
        <label key={department.id} className={form.toDepartmentId === department.id ? 'target target-on' : 'target'}>
          <input
            type="radio"
            name="department"
            data-field="toDepartmentId"
            checked={form.toDepartmentId === department.id}
            onChange={() => set({ toDepartmentId: department.id })}
          />
          <span>
            <b>{department.name}</b>
            <OnDuty department={department} />
          </span>
        </label>
      ))}
    </fieldset>
  );
};

const holderOf = (partners: readonly Partner[], departmentId: string): Partner | undefined =>
  partners.find(({ departments }) => departments.some(({ id }) => id === departmentId));

const Choice = ({ partners, bind }: { partners: readonly Partner[]; bind: Bind<Form> }) => {
  const { t } = useTranslation('consults');
  const [hospitalId, setHospital] = useState('');
  const { toDepartmentId } = bind.form;
  const held = holderOf(partners, toDepartmentId)?.hospital.id;
  useEffect(() => {
    if (held) setHospital(held);
  }, [held]);
  const partner = partners.find(({ hospital }) => hospital.id === hospitalId) ?? partners[0];
  if (!partner) return <p className="mute">{t('target.none')}</p>;
  const choose = (id: string) => {
    setHospital(id);
    bind.set({ toDepartmentId: '' });
  };
  return (
    <>
      <Field label={t('field.hospital')} required>
        {(tied) => (
          <Select {...tied} value={partner.hospital.id} onChange={(event) => choose(event.target.value)}>
            {partners.map(({ hospital }) => (
              <option key={hospital.id} value={hospital.id}>
                {hospital.name} {hospital.city}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Departments partner={partner} bind={bind} />
      {bind.error('toDepartmentId') && <FieldError>{bind.error('toDepartmentId')}</FieldError>}
    </>
  );
};

/** A partner hospital's department, never a person: the duty roster decides who is rung. */
export const TargetFields = ({ bind }: { bind: Bind<Form> }) => {
  const { t } = useTranslation('consults');
  const query = usePartners();
  return (
    <div className="stack">
      <Loaded query={query} failed={t('target.failed')} rows={3}>
        {({ items }) => <Choice partners={items} bind={bind} />}
      </Loaded>
    </div>
  );
};
