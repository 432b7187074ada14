import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { PhotoView } from '../../../contract/records.ts';
import { usePicture } from '../lib/files.ts';
import { dateTime } from '../lib/format.ts';
import { Zoom } from '../ui/Zoom.tsx';
import './Photos.css';

export type Photo = z.infer<typeof PhotoView>;

const ZoomedPhoto = ({ photo, onClose }: { photo: Photo; onClose: () => void }) => {
  const { t } = useTranslation('consults');
  const { url } = usePicture(`/api/photos/${photo.id}`);
  return <Zoom url={url} title={photo.caption || t('photos.one')} at={photo.addedAt} onClose={onClose} />;
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
      {open && <ZoomedPhoto photo={open} onClose={() => setOpen(null)} />}
    </>
  );
};
