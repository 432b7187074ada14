import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import './Button.css';

interface Look {
  /** One `primary` per page; `danger` only on the hottest item. */
  look?: 'primary' | 'danger' | 'plain' | 'text';
  size?: 'small' | 'normal' | 'large';
  icon?: LucideIcon | undefined;
  block?: boolean;
  children: ReactNode;
}

const classOf = ({ look = 'plain', size = 'normal', block }: Look) =>
  ['btn', `btn-${look}`, size !== 'normal' && `btn-${size}`, block && 'btn-block'].filter(Boolean).join(' ');

const Face = ({ icon: Icon, children }: Look) => (
  <>
    {Icon && <Icon aria-hidden className="btn-icon" />}
    <span className="btn-word">{children}</span>
  </>
);

type ButtonProps = Look & { busy?: boolean } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof Look>;

/** `busy` while its work runs: it stays in place, says so to screen readers, and cannot be pressed twice. */
export const Button = ({ look, size, icon, block, busy = false, children, disabled, ...rest }: ButtonProps) => {
  const face = { look, size, icon, block, children } as Look;
  return (
    <button type="button" {...rest} className={classOf(face)} disabled={disabled || busy} aria-busy={busy}>
      <Face {...face} />
    </button>
  );
};

/** A place to go that looks like a button. */
export const ButtonLink = ({ look, size, icon, block, children, ...rest }: Look & Omit<LinkProps, keyof Look>) => {
  const face = { look, size, icon, block, children } as Look;
  return (
    <Link {...rest} className={classOf(face)}>
      <Face {...face} />
    </Link>
  );
};

/** Icon alone: only for what everybody knows (back, close, call); `label` is read aloud and shown on hover. */
export const IconButton = ({
  icon: Icon,
  label,
  ...rest
}: { icon: LucideIcon; label: string } & ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button type="button" aria-label={label} title={label} {...rest} className="btn btn-plain btn-square">
    <Icon aria-hidden className="btn-icon" />
  </button>
);
