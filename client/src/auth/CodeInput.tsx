import type { ComponentProps } from 'react';
import './CodeInput.css';

/** Six digits in one field (so that it can be pasted and filled in by the device), spaced like six boxes. */
export const CodeInput = ({
  value,
  onCode,
  ...rest
}: { value: string; onCode: (code: string) => void } & ComponentProps<'input'>) => (
  <input
    {...rest}
    className="code num"
    inputMode="numeric"
    autoComplete="one-time-code"
    pattern="\d{6}"
    maxLength={6}
    value={value}
    onChange={(event) => onCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
  />
);
