import { Minus, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../consults/Photos.tsx';
import { usePicture } from '../lib/files.ts';
import { IconButton } from '../ui/Button.tsx';
import { Phones } from './Phones.tsx';
import { Picture } from './Picture.tsx';
import { OwnTile, Tile } from './Tile.tsx';
import { useCall } from './useCall.ts';
import type { Focus } from './view.ts';
import './Stage.css';

const LARGEST = 4;

/** A photo of the case as large as it gets; enlarged, it is moved by scrolling. */
const PhotoFocus = ({ photo, onClose }: { photo: Photo; onClose: () => void }) => {
  const { t } = useTranslation(['consults', 'common']);
  const { url } = usePicture(`/api/photos/${photo.id}`);
  const [scale, setScale] = useState(1);
  const name = photo.caption || t('photos.one');
  return (
    <div className="focus">
      <header>
        <span className="clip">{name}</span>
        <span className="end row">
          <IconButton icon={Minus} label={t('common:zoom.smaller')} disabled={scale === 1} onClick={() => setScale(scale - 1)} />
          <IconButton
            icon={Plus}
            label={t('common:zoom.larger')}
            disabled={scale === LARGEST}
            onClick={() => setScale(scale + 1)}
          />
          <IconButton icon={X} label={t('common:close')} onClick={onClose} />
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys */}
      <section className="focus-ground" tabIndex={0} aria-label={name}>
        {url && <img src={url} alt={name} style={{ width: `${scale * 100}%`, height: `${scale * 100}%` }} />}
      </section>
    </div>
  );
};

const ScreenFocus = ({ track, name }: { track: MediaStreamTrack; name: string }) => {
  const { t } = useTranslation('calls');
  return (
    <div className="focus">
      <header>
        <span className="clip">{t('stage.screen', { name })}</span>
      </header>
      <Picture track={track} label={t('stage.screen', { name })} whole />
    </div>
  );
};

/** The first one in: whom they wait for, and how to reach them otherwise. */
const Alone = () => {
  const { t } = useTranslation('calls');
  return (
    <div className="alone" role="status">
      <h2>{t('stage.alone')}</h2>
      <p className="soft">{t('stage.aloneDo')}</p>
      <Phones />
    </div>
  );
};

interface Props {
  focus: Focus;
  onClosePhoto: () => void;
}

/** Faces fill the room, or stand beside the photo or the screen that is talked about. */
export const Stage = ({ focus, onClosePhoto }: Props) => {
  const { t } = useTranslation('calls');
  const { others } = useCall().state;
  return (
    <section className="stage" data-focus={focus?.kind ?? 'faces'} aria-label={t('stage.label')}>
      {focus?.kind === 'photo' && <PhotoFocus key={focus.photo.id} photo={focus.photo} onClose={onClosePhoto} />}
      {focus?.kind === 'screen' && <ScreenFocus track={focus.track} name={focus.name} />}
      <div className="faces" data-n={others.length}>
        {others.map((seat) => (
          <Tile key={seat.seat} seat={seat} size={focus ? 'small' : 'large'} />
        ))}
        {others.length === 0 && !focus && <Alone />}
        <OwnTile />
      </div>
    </section>
  );
};
