import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button.tsx';
import './Sheet.css';

interface Props {
  title: ReactNode;
  onClose: () => void;
  /** Rows of buttons at the bottom, in thumb reach. */
  actions?: ReactNode;
  /** Slides in from the start side (navigation) instead of standing in the middle. */
  side?: boolean;
  children: ReactNode;
}

/** A dialog: in the middle of a desk, at the bottom of a phone. Mounted is open; Escape and the veil close it. */
export const Sheet = ({ title, onClose, actions, side = false, children }: Props) => {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a native dialog closes with Escape through onCancel
    <dialog
      ref={dialog}
      className={side ? 'sheet sheet-side' : 'sheet'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="sheet-in">
        <header>
          <h2 id={id}>{title}</h2>
          <IconButton icon={X} label={t('close')} onClick={onClose} />
        </header>
        <div className="sheet-body">{children}</div>
        {actions && <footer>{actions}</footer>}
      </div>
    </dialog>
  );
};
