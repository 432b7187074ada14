import { MicOff, VideoOff } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../lib/session.ts';
import { Bars } from '../ui/Bars.tsx';
import { initial } from '../ui/Owner.tsx';
import type { Line, OtherSeat } from './engine/types.ts';
import { Picture } from './Picture.tsx';
import { useCall } from './useCall.ts';

/** The line in bars and one plain reason, with what still works; a picture's height only where there is a picture. */
const TileLine = ({ line, picture, own = false }: { line: Line; picture: boolean; own?: boolean }) => {
  const { t } = useTranslation('calls');
  const bare = !picture || line.height === null ? 'Bare' : '';
  const words = t([`line.${own ? 'own' : 'far'}.${line.reason}${bare}`, `line.${own ? 'own' : 'far'}.${line.reason}`], {
    height: line.height,
  });
  return (
    <>
      {!picture && (
        <small className="tile-off">
          <VideoOff aria-hidden size={16} /> <span>{t('tile.cameraOff')}</span>
        </small>
      )}
      <Bars n={line.bars} label={words} />
      {line.reason !== 'unknown' && <small className="tile-line">{words}</small>}
    </>
  );
};

const Face = ({ name }: { name: string }) => (
  <span className="face">
    <span className="face-disc" aria-hidden>
      {initial(name)}
    </span>
  </span>
);

interface Props {
  seat: OtherSeat;
  /** Large pictures are asked for in their best layer. */
  size: 'large' | 'small';
}

/** Somebody else: picture or initial, name and hospital, line, microphone. */
export const Tile = ({ seat, size }: Props) => {
  const { t } = useTranslation('calls');
  const { call } = useCall();
  const { person, hospital, tracks, paused, speaking, line } = seat;
  useEffect(() => call.show(seat.seat, 'camera', size), [call, seat.seat, size]);
  const mute = !tracks.mic || paused.mic;
  const cameraOn = Boolean(tracks.camera) && !paused.camera;
  return (
    <figure className="tile" data-speaking={speaking && !mute} data-size={size}>
      {tracks.camera ? (
        <Picture track={tracks.camera} label={t('tile.video', { name: person.name })} />
      ) : (
        <Face name={person.name} />
      )}
      <figcaption>
        {mute && <MicOff size={16} role="img" aria-label={t('tile.muted')} />}
        <b className="clip">
          {person.name}
          <span className="tile-hospital"> {hospital.shortName}</span>
        </b>
        <TileLine line={line} picture={cameraOn} />
      </figcaption>
    </figure>
  );
};

/** Oneself, as in a mirror. */
export const OwnTile = () => {
  const { t } = useTranslation('calls');
  const me = useMe();
  const { mic, camera, speaking, line } = useCall().state;
  return (
    <figure className="tile tile-own" data-speaking={speaking && mic.on} data-size="small">
      {camera.on && camera.track ? <Picture track={camera.track} label={t('preview.own')} mirrored /> : <Face name={me.name} />}
      <figcaption>
        {!mic.on && <MicOff size={16} role="img" aria-label={t('tile.youMuted')} />}
        <b className="clip">{t('tile.me')}</b>
        <TileLine line={line} picture={camera.on} own />
      </figcaption>
    </figure>
  );
};
