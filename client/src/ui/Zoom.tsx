import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button.tsx';
import { FullView } from './FullView.tsx';

const LARGEST = 4;

interface Props {
  /** Null while it is fetched. */
  url: string | null;
  title: string;
  at: string;
  acts?: ReactNode;
  onClose: () => void;
}

/** How large pictures are shown, with its buttons and keys. */
export const useScale = () => {
  const { t } = useTranslation('common');
  const [scale, setScale] = useState(1);
  const by = (step: number) => setScale((now) => Math.min(LARGEST, Math.max(1, now + step)));
  return {
    scale,
    onKeyDown: ({ key }: KeyboardEvent) => (key === '+' || key === '=' ? by(1) : key === '-' && by(-1)),
    buttons: (
      <>
        <IconButton icon={Minus} label={t('zoom.smaller')} onClick={() => by(-1)} disabled={scale === 1} />
        <IconButton icon={Plus} label={t('zoom.larger')} onClick={() => by(1)} disabled={scale === LARGEST} />
      </>
    ),
  };
};

/** The whole picture on a dark ground; buttons, keys and two fingers enlarge it. */
export const Zoom = ({ url, title, at, acts, onClose }: Props) => {
  const { scale, onKeyDown, buttons } = useScale();
  return (
    <FullView
      title={title}
      at={at}
      onClose={onClose}
      onKeyDown={onKeyDown}
      acts={
        <>
          {acts}
          {buttons}
        </>
      }
    >
      {url && <img src={url} alt={title} style={{ width: `${scale * 100}%` }} />}
    </FullView>
  );
};
