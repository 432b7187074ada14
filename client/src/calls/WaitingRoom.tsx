import { ArrowLeft, DoorOpen, MicVocal, WifiOff } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefusalText } from '../lib/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { chosen } from './choices.ts';
import { DeviceChoices } from './DeviceChoices.tsx';
import { LinkCheck } from './LinkCheck.tsx';
import { Phones } from './Phones.tsx';
import { Preview } from './Preview.tsx';
import { takeReturn } from './returning.ts';
import { useRoomCase } from './roomCase.ts';
import { useShortcuts } from './shortcuts.ts';
import { switches } from './switches.ts';
import { Troubles } from './TroubleNote.tsx';
import { useCall } from './useCall.ts';
import { WhoIsIn } from './WhoIsIn.tsx';
import './WaitingRoom.css';

/** Devices and transports start together, so that entering later is one message. */
const useWarmUp = () => {
  const { call } = useCall();
  const {
    call: { kind, id },
  } = useRoomCase();
  useEffect(() => {
    const { mic, camera } = chosen();
    const back = takeReturn({ kind, id });
    // After a reload nobody has to knock again, and who was muted is never heard.
    void call.openMic(mic, back?.mic === false);
    if (back?.camera !== false) void call.openCamera(camera);
    void (back ? call.enter() : call.wait());
  }, [call, kind, id]);
};

const Refusal = () => {
  const { t } = useTranslation(['calls', 'common']);
  const { call, state } = useCall();
  const text = useRefusalText();
  if (!state.refused) return null;
  return (
    <Note c="unmet" icon={WifiOff} live>
      <b>{t('waiting.refused')}</b>
      <p>{text(state.refused)}</p>
      <Button size="small" onClick={() => void call.retry()}>
        {t('common:retry')}
      </Button>
      <Phones />
    </Note>
  );
};

const Enter = () => {
  const { t } = useTranslation('calls');
  const { call, state } = useCall();
  const entering = state.phase === 'entering';
  const voiceOnly = async () => {
    await call.closeCamera();
    await call.enter();
  };
  return (
    <div className="enter">
      {!state.mic.track && !state.mic.asking && <p className="soft small">{t('waiting.noMic')}</p>}
      <Button look="primary" size="large" icon={DoorOpen} block busy={entering} onClick={() => void call.enter()}>
        {t(entering ? 'waiting.entering' : 'waiting.enter')}
      </Button>
      <Button icon={MicVocal} block disabled={entering} onClick={() => void voiceOnly()}>
        {t('waiting.voiceOnly')}
      </Button>
    </div>
  );
};

/** Before going in: how one looks and sounds, who waits, what the line can carry. Nobody hears or sees you here. */
export const WaitingRoom = () => {
  const { t } = useTranslation(['calls', 'common']);
  const { path, title, limit } = useRoomCase();
  const { call, state } = useCall();
  useWarmUp();
  const flip = switches(call, state);
  useShortcuts({ m: flip.mic, v: flip.camera });
  return (
    <div className="waiting-room">
      <header className="room-bar">
        <Link to={path} className="room-back" aria-label={t('common:back')}>
          <ArrowLeft aria-hidden size={20} />
        </Link>
        {title}
        {limit}
      </header>
      <main className="waiting">
        <section className="waiting-see" aria-label={t('preview.label')}>
          <Preview />
          <p className="soft small">{t('waiting.private')}</p>
          <Troubles />
        </section>
        <section className="waiting-go" aria-label={t('title')}>
          <WhoIsIn />
          <LinkCheck />
          <Refusal />
          <DeviceChoices />
          <Enter />
        </section>
      </main>
    </div>
  );
};
