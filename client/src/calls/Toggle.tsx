import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './Toggle.css';

interface Props {
  icon: LucideIcon;
  word: string;
  /** The key that does the same, shown on desks. */
  keys?: string;
  /** Something of one's own is switched off: the others do not hear or see it. */
  off?: boolean;
  /** A panel is open, a screen is shared. */
  pressed?: boolean;
  badge?: ReactNode;
  disabled?: boolean;
  onClick: () => void;
}

/** A square button of the room: icon over word. The word says what a press does. */
export const Toggle = ({ icon: Icon, word, keys, off = false, pressed, badge, disabled, onClick }: Props) => (
  <button
    type="button"
    className="toggle"
    data-off={off}
    aria-pressed={pressed}
    aria-keyshortcuts={keys}
    title={keys ? `${word} (${keys})` : undefined}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon aria-hidden size={22} />
    <span>{word}</span>
    {badge}
  </button>
);
