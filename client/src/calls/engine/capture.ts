import type { Trouble } from './types.ts';

const TROUBLES: Record<string, Trouble> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** What to tell the person; everything that is not a device's own refusal is `failed`. */
export const troubleOf = (error: unknown): Trouble => {
  if (!globalThis.navigator?.mediaDevices) return 'insecure';
  return TROUBLES[(error as Error | null)?.name ?? ''] ?? 'failed';
};

const exactly = (deviceId: string | undefined) => deviceId !== undefined && { deviceId: { exact: deviceId } };

const microphone = (deviceId?: string): MediaStreamConstraints => ({
  audio: { ...exactly(deviceId), echoCancellation: true, noiseSuppression: true, autoGainControl: true },
});

/** 720p where the camera has it: a quarter of it, the smallest simulcast layer, is still a face. */
const camera = (deviceId?: string): MediaStreamConstraints => ({
  video: { ...exactly(deviceId), width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } },
});

const first = (stream: MediaStream): MediaStreamTrack => {
  const [track] = stream.getTracks();
  if (!track) throw new DOMException('no track', 'NotFoundError');
  return track;
};

/** The chosen device, or any of its kind when that one is no longer plugged in. */
const open = async (constraints: (deviceId?: string) => MediaStreamConstraints, deviceId?: string): Promise<MediaStreamTrack> => {
  const { mediaDevices } = navigator;
  try {
    return first(await mediaDevices.getUserMedia(constraints(deviceId)));
  } catch (error) {
    if (deviceId === undefined || troubleOf(error) !== 'missing') throw error;
    return first(await mediaDevices.getUserMedia(constraints()));
  }
};

export const openMicrophone = (deviceId?: string) => open(microphone, deviceId);
export const openCamera = (deviceId?: string) => open(camera, deviceId);

/** The browser's picker; a chart must be sharp before it moves, so few frames and many pixels. */
export const openScreen = async (): Promise<MediaStreamTrack> => {
  const track = first(
    await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 10, max: 15 } }, audio: false }),
  );
  track.contentHint = 'detail';
  return track;
};
