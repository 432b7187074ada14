import type { LucideIcon } from 'lucide-react';
import type { Meaning } from '../Tag.tsx';
import './form.css';

export interface Pick<V extends string> {
  value: V;
  c: Meaning;
  icon?: LucideIcon;
  word: string;
  /** What it promises. */
  note: string;
}

interface Props<V extends string> {
  label: string;
  name: string;
  value: V | '';
  picks: readonly Pick<V>[];
  onChange: (value: V) => void;
}

/** One of two or three, each with what it promises. */
export const PickField = <V extends string>({ label, name, value, picks, onChange }: Props<V>) => (
  <fieldset className="pick" style={{ '--picks': picks.length } as React.CSSProperties}>
    <legend className="field-top">{label}</legend>
    {picks.map(({ value: one, c, icon: Icon, word, note }) => (
      <label key={one} data-c={c} className={value === one ? 'pick-on' : ''}>
        <input type="radio" name={name} data-field={name} checked={value === one} onChange={() => onChange(one)} />
        <b>
          {Icon && <Icon aria-hidden size={16} />} {word}
        </b>
        <small>{note}</small>
      </label>
    ))}
  </fieldset>
);
