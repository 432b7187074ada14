import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, Select, TextArea, TextInput } from '../Field.tsx';
import './form.css';

/** A form as its fields see it; a part of a form is bound by whatever binds the whole. */
export interface Bind<F> {
  form: F;
  set: (part: Partial<F>) => void;
  /** Left once: from then on its fault is shown. */
  touch: (name: keyof F & string) => void;
  label: (name: keyof F & string) => string;
  error: (name: keyof F & string) => string | undefined;
  required: (name: keyof F & string) => boolean;
  /** Can be read and not changed. */
  locked?: (name: keyof F & string) => boolean;
}

type Texts<N extends string> = Record<N, string>;

interface Props<N extends string> {
  bind: Bind<Texts<NoInfer<N>>>;
  name: N;
  hint?: ReactNode;
  aside?: ReactNode;
}
type Rest<E extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<E>, 'name'>;

/** `data-field` is where a fault puts the focus. */
const tiedTo = <N extends string>({ form, set, touch, locked }: Bind<Texts<N>>, name: N) => ({
  'data-field': name,
  disabled: locked?.(name),
  value: form[name],
  onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value } as Partial<Texts<N>>),
  onBlur: () => touch(name),
});

export const TextField = <N extends string>({ bind, name, hint, aside, ...rest }: Props<N> & Rest<'input'>) => (
  <Field label={bind.label(name)} required={bind.required(name)} hint={hint} aside={aside} error={bind.error(name)}>
    {(tied) => <TextInput {...tied} {...tiedTo(bind, name)} {...rest} />}
  </Field>
);

export const LongField = <N extends string>({ bind, name, hint, aside, ...rest }: Props<N> & Rest<'textarea'>) => {
  const length = bind.form[name].length;
  const limit = rest.maxLength && length > rest.maxLength * 0.8 ? `${length} / ${rest.maxLength}` : null;
  return (
    <Field
      label={bind.label(name)}
      required={bind.required(name)}
      hint={hint}
      aside={aside ?? (limit && <small className="num mute">{limit}</small>)}
      error={bind.error(name)}
    >
      {(tied) => <TextArea {...tied} {...tiedTo(bind, name)} {...rest} />}
    </Field>
  );
};

interface Options<V extends string> {
  options: readonly V[];
  word: (option: V) => string;
}

interface SelectProps<N extends string, V extends string> extends Options<V> {
  bind: Bind<Record<NoInfer<N>, NoInfer<V> | ''>>;
  name: N;
  hint?: ReactNode;
}

/** One of a few, or none yet. */
export const SelectField = <N extends string, V extends string>({ bind, name, options, word, hint }: SelectProps<N, V>) => {
  const { t } = useTranslation('common');
  return (
    <Field label={bind.label(name)} required={bind.required(name)} hint={hint} error={bind.error(name)}>
      {(tied) => (
        <Select
          {...tied}
          data-field={name}
          disabled={bind.locked?.(name)}
          value={bind.form[name]}
          onChange={(event) => bind.set({ [name]: event.target.value } as Partial<Record<N, V | ''>>)}
          onBlur={() => bind.touch(name)}
        >
          <option value="">{t('form.choose')}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {word(option)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
};

interface SwitchProps<V extends string> extends Options<V> {
  label: string;
  /** Where a fault puts the focus. */
  name: string;
  value: V | '';
  disabled?: boolean | undefined;
  onChange: (value: V) => void;
}

/** Two or three words side by side, of which one holds. */
export const SwitchField = <V extends string>({ label, name, value, options, word, disabled, onChange }: SwitchProps<V>) => (
  <fieldset className="switch" aria-label={label} disabled={disabled}>
    {options.map((option) => (
      <label key={option} className={value === option ? 'switch-on' : ''}>
        <input type="radio" name={name} data-field={name} checked={value === option} onChange={() => onChange(option)} />
        {word(option)}
      </label>
    ))}
  </fieldset>
);
