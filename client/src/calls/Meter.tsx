import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLevel } from './level.ts';
import './Meter.css';

/** How loud the microphone hears; ten steps that light up from quiet to loud. */
export const Meter = ({ track }: { track: MediaStreamTrack | null }) => {
  const { t } = useTranslation('calls');
  const element = useRef<HTMLDivElement>(null);
  useLevel(track, element);
  return <div ref={element} className="meter" role="img" aria-label={t('devices.level')} />;
};
