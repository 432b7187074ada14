import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../lib/session.ts';
import { initial } from '../ui/Owner.tsx';
import { Picture } from './Picture.tsx';
import { switches } from './switches.ts';
import { Toggle } from './Toggle.tsx';
import { useCall } from './useCall.ts';

const Nothing = () => {
  const { t } = useTranslation('calls');
  const me = useMe();
  const { camera } = useCall().state;
  const why = camera.asking ? 'preview.asking' : camera.trouble ? `trouble.camera.${camera.trouble}` : 'preview.off';
  return (
    <div className="preview-nothing">
      <span className="face-disc" aria-hidden>
        {initial(me.name)}
      </span>
      <p>{t(why)}</p>
    </div>
  );
};

/** How the others will see you, with the two switches that decide it. */
export const Preview = () => {
  const { t } = useTranslation('calls');
  const { call, state } = useCall();
  const { mic, camera } = state;
  const flip = switches(call, state);
  return (
    <div className="preview">
      {camera.on && camera.track ? <Picture track={camera.track} label={t('preview.own')} mirrored /> : <Nothing />}
      <div className="preview-toggles">
        <Toggle
          icon={mic.on ? Mic : MicOff}
          off={!mic.on}
          word={t(mic.on ? 'bar.mute' : 'bar.unmute')}
          keys="M"
          onClick={flip.mic}
        />
        <Toggle
          icon={camera.on ? Video : VideoOff}
          off={!camera.on}
          word={t(camera.on ? 'bar.cameraOff' : 'bar.cameraOn')}
          keys="V"
          onClick={flip.camera}
        />
      </div>
    </div>
  );
};
