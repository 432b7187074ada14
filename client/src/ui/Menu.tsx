import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import { createContext, type KeyboardEvent, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import './Menu.css';

const Close = createContext<() => void>(() => undefined);

const step = (list: HTMLElement, by: number) => {
  const items = [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + by + items.length) % items.length]?.focus();
};

/** A button that opens a short list; arrows move, Escape and a press elsewhere close. `face` is what the button shows. */
export const Menu = ({ label, face, children }: { label: string; face: ReactNode; children: ReactNode }) => {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    list.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const elsewhere = (event: PointerEvent) => {
      if (!list.current?.contains(event.target as Node) && !button.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && list.current) step(list.current, by);
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') setOpen(false);
    if (by || event.key === 'Escape') event.preventDefault();
  };
  return (
    <div className="menu">
      <button
        ref={button}
        type="button"
        className="menu-face"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {face}
        <ChevronDown aria-hidden size={14} className="menu-mark" />
      </button>
      {open && (
        <div ref={list} id={id} role="menu" tabIndex={-1} aria-label={label} className="menu-list" onKeyDown={onKeyDown}>
          <Close value={close}>{children}</Close>
        </div>
      )}
    </div>
  );
};

interface ItemProps {
  icon?: LucideIcon;
  /** One of several states; absent for a plain command. */
  checked?: boolean;
  onChoose: () => void;
  /** Only in the hand. */
  narrow?: boolean;
  children: ReactNode;
}

export const MenuItem = ({ icon: Icon, checked, narrow = false, onChoose, children }: ItemProps) => {
  const close = useContext(Close);
  const choose = () => {
    close();
    onChoose();
  };
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: aria-checked goes with menuitemradio, and is left out for a plain command
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      className={narrow ? 'menu-item menu-narrow' : 'menu-item'}
      onClick={choose}
    >
      {Icon && <Icon aria-hidden size={18} />}
      {children}
      {checked && <Check aria-hidden size={16} className="end" />}
    </button>
  );
};
