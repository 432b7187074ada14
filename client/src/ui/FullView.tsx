import { X } from 'lucide-react';
import { type KeyboardEventHandler, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../lib/format.ts';
import { IconButton } from './Button.tsx';
import './FullView.css';

interface Props {
  title: string;
  /** When it was added. */
  at: string;
  /** Before the button that closes. */
  acts?: ReactNode;
  onKeyDown?: KeyboardEventHandler;
  onClose: () => void;
  children: ReactNode;
}

/** One thing over the whole page, on a dark ground. */
export const FullView = ({ title, at, acts, onKeyDown, onClose, children }: Props) => {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="full" aria-label={title} onCancel={onClose} onKeyDown={onKeyDown}>
      <header>
        <span className="clip">{title}</span>
        <time className="mute">{dateTime(at)}</time>
        <span className="end row">
          {acts}
          <IconButton icon={X} label={t('close')} onClick={onClose} />
        </span>
      </header>
      <div className="full-ground">{children}</div>
    </dialog>
  );
};
