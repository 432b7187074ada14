import type { types } from 'mediasoup';
import { fromBrowser, refuseMedia } from './refusal.ts';
import { TRANSPORT } from './settings.ts';

/** What a browser needs to build its end of a transport. */
export type Offer = Pick<types.WebRtcTransport, 'id' | 'iceParameters' | 'iceCandidates' | 'dtlsParameters'>;

const offer = ({ id, iceParameters, iceCandidates, dtlsParameters }: types.WebRtcTransport): Offer => ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
});

/** The two transports of a seat: one sends to the server, one receives from it. */
export interface Paths {
  send: types.WebRtcTransport;
  receive: types.WebRtcTransport;
}

export const openPaths = async (router: types.Router, webRtcServer: types.WebRtcServer): Promise<Paths> => {
  const open = () => router.createWebRtcTransport({ webRtcServer, ...TRANSPORT });
  const [send, receive] = await Promise.all([open(), open()]);
  return { send, receive };
};

export const offers = ({ send, receive }: Paths) => ({ send: offer(send), receive: offer(receive) });

/** Idempotent: a browser that asks twice (a lost answer) is connected once. */
export const connectPath = async (paths: Paths, id: string, dtlsParameters: types.DtlsParameters): Promise<void> => {
  const path = [paths.send, paths.receive].find((candidate) => candidate.id === id);
  if (!path) return refuseMedia('invalid', 'media.transport', 'This transport is not one of the seat');
  if (path.appData['connecting']) return;
  path.appData['connecting'] = true;
  await fromBrowser(() => path.connect({ dtlsParameters })).catch((error: unknown) => {
    path.appData['connecting'] = false;
    throw error;
  });
};

export const restartIce = async ({ send, receive }: Paths) => {
  const [sending, receiving] = await Promise.all([send.restartIce(), receive.restartIce()]);
  return { send: sending, receive: receiving };
};

export const closePaths = ({ send, receive }: Paths): void => {
  send.close();
  receive.close();
};
