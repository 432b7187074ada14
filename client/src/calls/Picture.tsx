import { useEffect, useRef } from 'react';

interface Props {
  track: MediaStreamTrack;
  /** Read aloud, since a moving picture has no other name. */
  label: string;
  /** One's own camera is shown as in a mirror, as everybody is used to; a screen never. */
  mirrored?: boolean;
  /** The whole picture with bars (screen), instead of filling the tile (face). */
  whole?: boolean;
}

/** One moving picture; its sound, if any, comes out elsewhere. */
export const Picture = ({ track, label, mirrored = false, whole = false }: Props) => {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  const classes = ['picture', mirrored && 'picture-mirrored', whole && 'picture-whole'].filter(Boolean).join(' ');
  return <video ref={video} className={classes} aria-label={label} autoPlay playsInline muted />;
};
