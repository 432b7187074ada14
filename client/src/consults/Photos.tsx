import { ImageOff, Minus, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { PhotoView } from '../../../contract/records.ts';
import { usePicture } from '../lib/files.ts';
import { dateTime } from '../lib/format.ts';
import { IconButton } from '../ui/Button.tsx';
import './Photos.css';

export type Photo = z.infer<typeof PhotoView>;

const LARGEST = 4;

/** The whole picture on a dark ground; buttons, keys and two fingers enlarge it. */
const Zoom = ({ photo, onClose }: { photo: Photo; onClose: () => void }) => {
  const { t } = useTranslation('consults');
  const { url } = usePicture(`/api/photos/${photo.id}`);
  const [scale, setScale] = useState(1);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const by = (step: number) => setScale((now) => Math.min(LARGEST, Math.max(1, now + step)));
  return (
    <dialog
      ref={dialog}
      className="zoom"
      aria-label={photo.caption || t('photos.one')}
      onCancel={onClose}
      onKeyDown={({ key }) => (key === '+' || key === '=' ? by(1) : key === '-' && by(-1))}
    >
      <header>
        <span className="clip">{photo.caption || t('photos.one')}</span>
        <time className="mute">{dateTime(photo.addedAt)}</time>
        <span className="end row">
          <IconButton icon={Minus} label={t('photos.smaller')} onClick={() => by(-1)} disabled={scale === 1} />
          <IconButton icon={Plus} label={t('photos.larger')} onClick={() => by(1)} disabled={scale === LARGEST} />
          <IconButton icon={X} label={t('common:close')} onClick={onClose} />
        </span>
      </header>
      <div className="zoom-ground">
        {url && <img src={url} alt={photo.caption || t('photos.one')} style={{ width: `${scale * 100}%` }} />}
      </div>
    </dialog>
  );
};

const Thumb = ({ photo, onOpen }: { photo: Photo; onOpen: () => void }) => {
  const { t } = useTranslation('consults');
  const { url, failed } = usePicture(`/api/photos/${photo.id}`);
  return (
    <button type="button" className="thumb" onClick={onOpen} disabled={!url}>
      {url && <img src={url} alt={photo.caption || t('photos.one')} />}
      {failed && (
        <span className="thumb-failed">
          <ImageOff aria-hidden size={20} />
          {t('photos.failed')}
        </span>
      )}
      <small className="clip">
        {photo.caption || t('photos.one')} <span className="mute">{dateTime(photo.addedAt)}</span>
      </small>
    </button>
  );
};

interface Props {
  photos: readonly Photo[];
  /** Where a picture is enlarged other than over the page: the stage of a room. */
  onOpen?: ((photo: Photo) => void) | undefined;
}

/** Pictures of a case, each fetched with the reader's own right; a press enlarges. */
export const Photos = ({ photos, onOpen }: Props) => {
  const [open, setOpen] = useState<Photo | null>(null);
  return (
    <>
      <ul className="thumbs">
        {photos.map((photo) => (
          <li key={photo.id}>
            <Thumb photo={photo} onOpen={() => (onOpen ?? setOpen)(photo)} />
          </li>
        ))}
      </ul>
      {open && <Zoom photo={open} onClose={() => setOpen(null)} />}
    </>
  );
};
