import { FieldError } from '../Field.tsx';
import type { Bind } from './bind.tsx';
import { Toggle } from './Toggle.tsx';

interface Props<N extends string, V extends string> {
  bind: Bind<Record<NoInfer<N>, NoInfer<V>[]>>;
  name: N;
  options: readonly V[];
  word: (option: V) => string;
}

/** Any of a few, side by side: words that are pressed in and out. */
export const ChipsField = <N extends string, V extends string>({ bind, name, options, word }: Props<N, V>) => {
  const chosen = bind.form[name];
  const error = bind.error(name);
  const toggle = (option: V, on: boolean) => {
    const next = options.filter((one) => (one === option ? on : chosen.includes(one)));
    bind.set({ [name]: next } as Partial<Record<N, V[]>>);
  };
  return (
    <fieldset className="toggles" disabled={bind.locked?.(name)} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="field-top">
        {bind.label(name)}
        {bind.required(name) && <em aria-hidden>*</em>}
      </legend>
      {options.map((option) => (
        <Toggle
          key={option}
          type="checkbox"
          data-field={name}
          checked={chosen.includes(option)}
          onChange={(event) => toggle(option, event.target.checked)}
          onBlur={() => bind.touch(name)}
        >
          {word(option)}
        </Toggle>
      ))}
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
    </fieldset>
  );
};
