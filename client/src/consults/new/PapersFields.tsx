import { useTranslation } from 'react-i18next';
import { DocumentKind, isIdNumber, readIdNumber } from '../../../../contract/records.ts';
import { OpenCases } from '../../patients/OpenCases.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { type Bind, TextField } from '../../ui/form/bind.tsx';
import { type PatientForm, papersOf } from './patient.ts';

type PatientBind = Bind<PatientForm>;

const KINDS: readonly PatientForm['documentKind'][] = ['', ...DocumentKind.options];
const BIRTH_ORDERS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

const KindField = ({ bind: { form, set, label } }: { bind: PatientBind }) => {
  const { t } = useTranslation('consults');
  return (
    <Field label={label('documentKind')}>
      {(tied) => (
        <Select
          {...tied}
          data-field="documentKind"
          value={form.documentKind}
          onChange={(event) => set({ documentKind: event.target.value as PatientForm['documentKind'] })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`document.${kind || 'idNumber'}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
};

/** Checks the last digit as it is typed, and fills birth date and sex from a number that is right. */
const IdField = ({ bind }: { bind: PatientBind }) => {
  const { t } = useTranslation('consults');
  const { form, set } = bind;
  const number = form.idNumber.trim().toUpperCase();
  const right = isIdNumber(number);
  const read = right ? readIdNumber(number) : null;
  const differs = read && form.birthDate && read.birthDate !== form.birthDate;
  const write = (text: string) => {
    const upper = text.trim().toUpperCase();
    set({ idNumber: text, ...(isIdNumber(upper) && readIdNumber(upper)) });
  };
  return (
    <TextField
      bind={bind}
      name="idNumber"
      inputMode="text"
      autoComplete="off"
      maxLength={18}
      onChange={(event) => write(event.target.value)}
      hint={differs ? t('idNumber.differs', { date: read.birthDate }) : right ? t('idNumber.right') : t('idNumber.hint')}
    />
  );
};

const OrderField = ({ bind: { form, set, label } }: { bind: PatientBind }) => {
  const { t } = useTranslation('consults');
  return (
    <Field label={label('birthOrder')}>
      {(tied) => (
        <Select
          {...tied}
          data-field="birthOrder"
          value={form.birthOrder}
          onChange={(event) => set({ birthOrder: event.target.value })}
        >
          {BIRTH_ORDERS.map((order) => (
            <option key={order} value={order}>
              {t('birthOrder', { n: order })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
};

/** What identifies the patient, and which of their cases are still open. */
export const PapersFields = ({ bind }: { bind: PatientBind }) => {
  const { t } = useTranslation('consults');
  const { form } = bind;
  const newborn = form.documentKind === 'newbornOf';
  return (
    <>
      <KindField bind={bind} />
      {form.documentKind === '' ? (
        <IdField bind={bind} />
      ) : (
        <TextField
          bind={bind}
          name="documentNumber"
          autoComplete="off"
          maxLength={18}
          hint={newborn ? t('idNumber.ofMother') : undefined}
        />
      )}
      {newborn && <OrderField bind={bind} />}
      <OpenCases papers={papersOf(form)} />
    </>
  );
};
