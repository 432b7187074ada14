import { useEffect, useState, useSyncExternalStore } from 'react';

/** The devices this person chose last on this machine, by the browser's id. */
export interface Choices {
  mic?: string;
  camera?: string;
  speaker?: string;
}

const KEPT = 'shanhai.devices';

const read = (): Choices => {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Choices;
  } catch {
    return {};
  }
};

let choices = read();
const watchers = new Set<() => void>();

export const chosen = (): Choices => choices;

export const choose = (part: Choices): void => {
  choices = { ...choices, ...part };
  localStorage.setItem(KEPT, JSON.stringify(choices));
  for (const watch of watchers) watch();
};

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};

export const useChoices = (): Choices => useSyncExternalStore(watch, chosen);

export interface Devices {
  mics: MediaDeviceInfo[];
  cameras: MediaDeviceInfo[];
  /** Empty where the browser lets no page choose (Safari, Firefox before 116). */
  speakers: MediaDeviceInfo[];
}

const none: Devices = { mics: [], cameras: [], speakers: [] };
const canChooseSpeaker = typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;

const listDevices = async (): Promise<Devices> => {
  const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  const named = all.filter(({ deviceId }) => deviceId !== '');
  const of = (kind: MediaDeviceKind) => named.filter((device) => device.kind === kind);
  return { mics: of('audioinput'), cameras: of('videoinput'), speakers: canChooseSpeaker ? of('audiooutput') : [] };
};

/** What is plugged in, also while it changes. Names are known only once permission was given: `permitted` asks anew. */
export const useDevices = (permitted: boolean): Devices => {
  const [devices, setDevices] = useState(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: permission brings the names
  useEffect(() => {
    const list = () => void listDevices().then(setDevices, () => undefined);
    list();
    navigator.mediaDevices?.addEventListener('devicechange', list);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', list);
  }, [permitted]);
  return devices;
};
