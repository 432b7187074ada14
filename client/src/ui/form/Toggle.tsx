import type { ComponentProps } from 'react';
import './Toggle.css';

/** A word that is pressed in and out, alone or as one of a few; several stand in a fieldset of the class `toggles`. */
export const Toggle = ({ children, ...rest }: ComponentProps<'input'> & { type: 'checkbox' | 'radio'; checked: boolean }) => (
  <label className={rest.checked ? 'toggle toggle-on' : 'toggle'}>
    <input {...rest} />
    {children}
  </label>
);
