import { useState } from 'react';
import type { Bind } from './bind.tsx';

interface Rules<F> {
  form: F;
  set: (part: Partial<F>) => void;
  /** What is wrong with each field; `needed` when nothing is there. */
  faults: Partial<Record<keyof F & string, string>>;
  required: (name: keyof F & string) => boolean;
  label: (name: keyof F & string) => string;
  wrong: (name: keyof F & string, fault: string) => string;
  locked?: (name: keyof F & string) => boolean;
}

/** Faults are shown once their field was left, or all of them once sending was tried (`ask`). */
export const useBind = <F>({ form, set, faults, required, label, wrong, locked }: Rules<F>) => {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(false);
  const error = (name: keyof F & string): string | undefined => {
    const fault = faults[name];
    if (!fault) return undefined;
    const shown = fault === 'needed' ? asked && required(name) : asked || touched.has(name);
    return shown ? wrong(name, fault) : undefined;
  };
  const touch = (name: string) => setTouched((now) => new Set(now).add(name));
  const bind: Bind<F> = { form, set, touch, label, error, required, ...(locked && { locked }) };
  return { bind, ask: () => setAsked(true) };
};

/** Puts the focus where a fault is, after its part has unfolded. */
export const focusOn = (name: string): void => {
  requestAnimationFrame(() => {
    const control = document.querySelector<HTMLElement>(`[data-field="${name}"]`);
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  });
};
