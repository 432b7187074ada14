import { Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useChoices } from './choices.ts';
import { useCall } from './useCall.ts';

/** One voice, through the loudspeaker chosen; `onBlocked` when the browser wants a press first. */
const Voice = ({ track, onBlocked }: { track: MediaStreamTrack; onBlocked: () => void }) => {
  const audio = useRef<HTMLAudioElement>(null);
  const { speaker } = useChoices();
  const blocked = useRef(onBlocked);
  blocked.current = onBlocked;
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    element.play().catch((error: DOMException) => error.name === 'NotAllowedError' && blocked.current());
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  useEffect(() => {
    // An unplugged loudspeaker is no reason for silence: the default one goes on.
    if (speaker) void audio.current?.setSinkId?.(speaker).catch(() => undefined);
  }, [speaker]);
  // biome-ignore lint/a11y/useMediaCaption: a live voice has no captions
  return <audio ref={audio} autoPlay />;
};

/** Everybody's voice. Where the browser keeps it silent until a press, there is one button for that press. */
export const Sounds = () => {
  const { t } = useTranslation('calls');
  const { others } = useCall().state;
  const [blocked, setBlocked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const open = () => {
    for (const audio of box.current?.querySelectorAll('audio') ?? []) void audio.play();
    setBlocked(false);
  };
  return (
    <div ref={box} className="sounds">
      {others.map(({ seat, tracks }) => tracks.mic && <Voice key={seat} track={tracks.mic} onBlocked={() => setBlocked(true)} />)}
      {blocked && (
        <Button look="primary" size="large" icon={Volume2} onClick={open}>
          {t('sound.open')}
        </Button>
      )}
    </div>
  );
};
