import { Volume2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Field, Select } from '../ui/Field.tsx';
import { choose, useChoices, useDevices } from './choices.ts';
import { Meter } from './Meter.tsx';
import { playTone } from './tone.ts';
import { useCall } from './useCall.ts';
import './DeviceChoices.css';

interface Props {
  label: string;
  devices: MediaDeviceInfo[];
  value: string | null | undefined;
  onChoose: (deviceId: string) => void;
  children?: React.ReactNode;
}

const DeviceChoice = ({ label, devices, value, onChoose, children }: Props) => {
  const { t } = useTranslation('calls');
  return (
    <Field label={label}>
      {(tied) => (
        <div className="device">
          <Select {...tied} value={value ?? ''} disabled={devices.length === 0} onChange={({ target }) => onChoose(target.value)}>
            {devices.length === 0 && <option value="">{t('devices.default')}</option>}
            {devices.map(({ deviceId, label: name }, at) => (
              <option key={deviceId} value={deviceId}>
                {name || t('devices.nth', { n: at + 1 })}
              </option>
            ))}
          </Select>
          {children}
        </div>
      )}
    </Field>
  );
};

const SpeakerTest = () => {
  const { t } = useTranslation('calls');
  const { speaker } = useChoices();
  const [playing, setPlaying] = useState(false);
  const play = () => {
    setPlaying(true);
    void playTone(speaker).finally(() => setPlaying(false));
  };
  return (
    <Button icon={Volume2} busy={playing} onClick={play}>
      {t('devices.test')}
    </Button>
  );
};

/** Camera, microphone with its level, and loudspeaker with a test tone; what is chosen works at once and is remembered. */
export const DeviceChoices = () => {
  const { t } = useTranslation('calls');
  const { call, state } = useCall();
  const { mics, cameras, speakers } = useDevices(Boolean(state.mic.track ?? state.camera.track));
  const choices = useChoices();
  const onMic = (mic: string) => {
    choose({ mic });
    void call.openMic(mic);
  };
  const onCamera = (camera: string) => {
    choose({ camera });
    void call.openCamera(camera);
  };
  return (
    <div className="devices">
      <DeviceChoice label={t('devices.mic')} devices={mics} value={state.mic.deviceId} onChoose={onMic}>
        <Meter track={state.mic.track} />
      </DeviceChoice>
      <DeviceChoice label={t('devices.camera')} devices={cameras} value={state.camera.deviceId} onChoose={onCamera} />
      <DeviceChoice
        label={t('devices.speaker')}
        devices={speakers}
        value={choices.speaker ?? speakers[0]?.deviceId}
        onChoose={(speaker) => choose({ speaker })}
      >
        <SpeakerTest />
      </DeviceChoice>
    </div>
  );
};
