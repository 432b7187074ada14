import {
  ClipboardPen,
  MessageSquare,
  Mic,
  MicOff,
  MonitorUp,
  MonitorX,
  PhoneOff,
  Settings2,
  Video,
  VideoOff,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useRoomCase } from './roomCase.ts';
import { useShortcuts } from './shortcuts.ts';
import { switches } from './switches.ts';
import { Toggle } from './Toggle.tsx';
import { useCall } from './useCall.ts';
import type { RoomView } from './view.ts';
import './Controls.css';

const canShare = 'getDisplayMedia' in (navigator.mediaDevices ?? {});

interface Props {
  view: RoomView;
  onDevices: () => void;
  onLeave: () => void;
}

const Sources = ({ flip }: { flip: ReturnType<typeof switches> }) => {
  const { t } = useTranslation('calls');
  const { mic, camera, screen } = useCall().state;
  return (
    <>
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
      {canShare && (
        <Toggle
          icon={screen.on ? MonitorX : MonitorUp}
          pressed={screen.on}
          word={t(screen.on ? 'bar.stopSharing' : 'bar.share')}
          keys="S"
          onClick={flip.screen}
        />
      )}
    </>
  );
};

/** The bar in thumb reach: one's own sources, chat, devices, opinion, leave. */
export const Controls = ({ view, onDevices, onLeave }: Props) => {
  const { t } = useTranslation('calls');
  const { signs } = useRoomCase();
  const { call, state } = useCall();
  const flip = switches(call, state);
  const toChat = () => view.setTab(view.tab === 'chat' ? 'summary' : 'chat');
  useShortcuts({ m: flip.mic, v: flip.camera, s: () => canShare && flip.screen(), c: toChat });
  return (
    <footer className="controls">
      <small className="soft room-wide">{t('bar.held')}</small>
      <div className="controls-toggles">
        <Sources flip={flip} />
        <Toggle
          icon={MessageSquare}
          word={t('bar.chat')}
          keys="C"
          pressed={view.tab === 'chat'}
          badge={view.unread > 0 && <b className="badge">{view.unread}</b>}
          onClick={toChat}
        />
        <Toggle icon={Settings2} word={t('bar.devices')} onClick={onDevices} />
      </div>
      <div className="controls-end">
        {signs && view.tab !== 'opinion' && (
          <Button look="primary" size="large" icon={ClipboardPen} onClick={() => view.setTab('opinion')}>
            {t('bar.opinion')}
          </Button>
        )}
        <Button look="danger" size="large" icon={PhoneOff} onClick={onLeave}>
          {t('bar.leave')}
        </Button>
      </div>
    </footer>
  );
};
