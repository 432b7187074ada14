import { push as actions } from '../../../contract/push.ts';
import { client } from '../lib/api.ts';
import { alertsOf, deviceOf, dropDevice, keepAlertsOf } from '../lib/pushDevice.ts';

export const push = client(actions, 'push');

export type AlertState = 'notOffered' | 'unsupported' | 'blocked' | 'off' | 'on';

const isSupported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (one) => one.charCodeAt(0));
};

/** Agreed under another key of the server's than it has now, nothing would arrive. */
const isFor = ({ options }: PushSubscription, publicKey: string): boolean =>
  String(new Uint8Array(options.applicationServerKey ?? new ArrayBuffer())) === String(bytesOf(publicKey));

/** How it stands with alerts for a person in this browser. */
export const alertState = async (personId: string, publicKey: string | null): Promise<AlertState> => {
  if (!publicKey) return 'notOffered';
  if (!isSupported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  const device = await deviceOf();
  return device && alertsOf() === personId && isFor(device, publicKey) ? 'on' : 'off';
};

const tell = (device: PushSubscription): Promise<unknown> => {
  const { endpoint = '', keys } = device.toJSON();
  return push.subscribe({ endpoint, p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' });
};

/** Where the browser's push service is out of reach it may be silent for minutes. */
const PATIENCE_MS = 20_000;
const inTime = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([work, new Promise<never>((_, late) => setTimeout(() => late(new DOMException('', 'AbortError')), PATIENCE_MS))]);

/** False when the person has said no. @throws DOMException when the browser's push service cannot be reached, `Refused` when the server will not have it. */
export const turnOn = async (personId: string, publicKey: string): Promise<boolean> => {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const { pushManager } = await inTime(navigator.serviceWorker.ready);
  await (await pushManager.getSubscription())?.unsubscribe();
  const asked = pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) });
  await tell(await inTime(asked));
  keepAlertsOf(personId);
  return true;
};

export const turnOff = async (): Promise<void> => {
  const device = await deviceOf();
  await dropDevice();
  if (device) await push.unsubscribe({ endpoint: device.endpoint });
};

/** Alerts belong to a sign-in: whoever has them on in this browser brings them into the next. */
export const tellAgain = async (personId: string): Promise<void> => {
  if (alertsOf() !== personId) return;
  const device = await deviceOf();
  if (device) await tell(device);
};
