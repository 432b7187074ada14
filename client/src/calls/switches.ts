import { chosen } from './choices.ts';
import type { Call, CallState } from './engine/types.ts';

/** The three switches of one's own sources. */
export const switches = (call: Call, { mic, camera, screen }: CallState) => ({
  mic: () => void (mic.track ? call.mute(mic.on) : call.openMic(chosen().mic)),
  camera: () => void (camera.on ? call.closeCamera() : call.openCamera(chosen().camera)),
  screen: () => void (screen.on ? call.stopSharing() : call.share()),
});
