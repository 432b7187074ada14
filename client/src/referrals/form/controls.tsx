import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Bind, SelectField, TextField } from '../../ui/form/bind.tsx';
import { ChipsField } from '../../ui/form/ChipsField.tsx';
import { optionsOf, type SheetForm, type SheetName } from './fields.ts';
import type { Form } from './form.ts';

export type FormBind = Bind<Form>;

type ListName = { [N in SheetName]: SheetForm[N] extends readonly unknown[] ? N : never }[SheetName];
type PlainName = { [N in SheetName]: string extends SheetForm[N] ? N : never }[SheetName];
type ChoiceName = Exclude<SheetName, ListName | PlainName>;

interface Props<N> {
  bind: FormBind;
  name: N;
  hint?: ReactNode;
}

/** A number as measured; the keyboard of a phone shows digits and a point. */
export const NumberField = ({ bind, name, hint, ...rest }: Props<PlainName> & Omit<ComponentProps<'input'>, 'name'>) => (
  <TextField bind={bind} name={name} hint={hint} inputMode="decimal" autoComplete="off" maxLength={8} {...rest} />
);

/** Day and minute, Beijing time. */
export const MomentText = ({ bind, name, hint }: Props<PlainName>) => (
  <TextField bind={bind} name={name} hint={hint} type="datetime-local" max="2999-12-31T23:59" />
);

/** One of what the contract knows for this field. */
export const ChoiceField = ({ bind, name, hint }: Props<ChoiceName>) => {
  const { t } = useTranslation('referrals');
  // The options come from the schema of this very field.
  const plain = bind as unknown as Bind<Record<ChoiceName, string>>;
  const options: readonly string[] = optionsOf(name);
  return (
    <SelectField bind={plain} name={name} options={options} word={(option) => t(`new.choice.${name}.${option}`)} hint={hint} />
  );
};

export const ManyField = ({ bind, name }: Props<Exclude<ListName, 'reasons'>>) => {
  const { t } = useTranslation('referrals');
  const plain = bind as unknown as Bind<Record<ListName, string[]>>;
  const options: readonly string[] = optionsOf(name);
  return <ChipsField bind={plain} name={name} options={options} word={(option) => t(`new.choice.${name}.${option}`)} />;
};
