import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, TextArea, TextInput } from '../../ui/Field.tsx';
import type { Form, Name } from './form.ts';

/** A form as its fields see it. */
export interface Bind {
  form: Form;
  set: (part: Partial<Form>) => void;
  /** Left once: from then on its fault is shown. */
  touch: (name: Name) => void;
  error: (name: Name) => string | undefined;
  required: ReadonlySet<Name>;
}

type TextName = { [K in Name]: Form[K] extends string ? K : never }[Name];
interface Props {
  bind: Bind;
  name: TextName;
  hint?: ReactNode;
  aside?: ReactNode;
}

/** `data-field` is where a fault puts the focus. */
const tiedTo = ({ form, set, touch }: Bind, name: TextName) => ({
  'data-field': name,
  value: form[name],
  onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value } as Partial<Form>),
  onBlur: () => touch(name),
});

export const TextField = ({ bind, name, hint, aside, ...rest }: Props & Omit<ComponentProps<'input'>, 'name'>) => {
  const { t } = useTranslation('consults');
  return (
    <Field label={t(`field.${name}`)} required={bind.required.has(name)} hint={hint} aside={aside} error={bind.error(name)}>
      {(tied) => <TextInput {...tied} {...tiedTo(bind, name)} {...rest} />}
    </Field>
  );
};

export const LongField = ({ bind, name, hint, aside, ...rest }: Props & Omit<ComponentProps<'textarea'>, 'name'>) => {
  const { t } = useTranslation('consults');
  const length = bind.form[name].length;
  const limit = rest.maxLength && length > rest.maxLength * 0.8 ? `${length} / ${rest.maxLength}` : null;
  return (
    <Field
      label={t(`field.${name}`)}
      required={bind.required.has(name)}
      hint={hint}
      aside={aside ?? (limit && <small className="num mute">{limit}</small>)}
      error={bind.error(name)}
    >
      {(tied) => <TextArea {...tied} {...tiedTo(bind, name)} {...rest} />}
    </Field>
  );
};
