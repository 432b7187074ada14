import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '../../../../contract/referrals.ts';
import { Field, FieldError, Select } from '../../ui/Field.tsx';
import { SwitchField, TextField } from '../../ui/form/bind.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Note } from '../../ui/Note.tsx';
import { Beds, type Department, type Hospital, useDestinations } from '../Destinations.tsx';
import type { FormBind } from './controls.tsx';

/** The department that was chosen and its hospital, while an agreement covers it. */
export const findDepartment = (items: readonly Hospital[], departmentId: string) =>
  items
    .flatMap(({ hospital, departments }) => departments.map((department) => ({ hospital, department })))
    .find(({ department }) => department.id === departmentId);

const Departments = ({ departments, bind }: { departments: readonly Department[]; bind: FormBind }) => {
  const { form, set, error } = bind;
  const fault = error('departmentId');
  return (
    <fieldset className="targets" aria-label={bind.label('departmentId')} aria-describedby={fault ? 'goal-error' : undefined}>
      {departments.map((department) => (
        <label key={department.id} className={form.departmentId === department.id ? 'target target-on' : 'target'}>
          <input
            type="radio"
            name="department"
            data-field="departmentId"
            checked={form.departmentId === department.id}
            onChange={() => set({ departmentId: department.id })}
          />
          <span>
            <b>{department.name}</b>
            <Beds department={department} />
          </span>
        </label>
      ))}
      {fault && <FieldError id="goal-error">{fault}</FieldError>}
    </fieldset>
  );
};

const OnPlatform = ({ items, bind }: { items: readonly Hospital[]; bind: FormBind }) => {
  const { t } = useTranslation('referrals');
  const chosen = findDepartment(items, bind.form.departmentId)?.hospital.id;
  const [looking, setLooking] = useState<string | null>(null);
  const at = items.find(({ hospital }) => hospital.id === (looking ?? chosen)) ?? items[0];
  if (!at) return <p className="mute">{t('new.goal.none')}</p>;
  const choose = (id: string) => {
    setLooking(id);
    bind.set({ departmentId: '' });
  };
  return (
    <>
      {bind.form.departmentId && !chosen && <Note c="unmet">{t('new.goal.gone')}</Note>}
      <Field label={t('new.field.hospital')} required>
        {(tied) => (
          <Select {...tied} value={at.hospital.id} onChange={(event) => choose(event.target.value)}>
            {items.map(({ hospital }) => (
              <option key={hospital.id} value={hospital.id}>
                {hospital.name} {hospital.city}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Departments departments={at.departments} bind={bind} />
    </>
  );
};

const OffPlatform = ({ bind }: { bind: FormBind }) => {
  const { t } = useTranslation('referrals');
  return (
    <div className="stack">
      <p className="mute small">{t('new.goal.outsideNote')}</p>
      <div className="grid">
        <TextField bind={bind} name="outHospital" maxLength={80} autoComplete="off" />
        <TextField bind={bind} name="outDepartment" maxLength={60} autoComplete="off" />
        <TextField bind={bind} name="outPhone" type="tel" inputMode="tel" maxLength={20} autoComplete="off" />
        <TextField bind={bind} name="outCity" maxLength={40} autoComplete="off" />
      </div>
    </div>
  );
};

/** Where it goes: a department under an agreement with its free beds, or a hospital off the platform that is telephoned. */
export const GoalFields = ({ bind, referral }: { bind: FormBind; referral: Referral }) => {
  const { t } = useTranslation('referrals');
  const query = useDestinations(referral);
  return (
    <div className="stack">
      <SwitchField
        label={t('new.field.place')}
        name="place"
        value={bind.form.place}
        options={['platform', 'outside']}
        word={(place) => t(`new.goal.${place}`)}
        onChange={(place) => bind.set({ place })}
      />
      {bind.form.place === 'outside' ? (
        <OffPlatform bind={bind} />
      ) : (
        <Loaded query={query} failed={t('new.goal.failed')} rows={3}>
          {({ items }) => <OnPlatform items={items} bind={bind} />}
        </Loaded>
      )}
    </div>
  );
};
