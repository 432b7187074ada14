import { Device, type types } from 'mediasoup-client';
import type { z } from 'zod';
import type { ConsumerOffer, Joined, Source } from '../../../../contract/calls.ts';
import { ROUTER_CAPABILITIES } from '../../../../contract/router.ts';
import type { Wire } from './types.ts';

type Offer = z.infer<typeof Joined>['send'];

let loading: Promise<Device> | undefined;

const load = async (): Promise<Device> => {
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: structuredClone(ROUTER_CAPABILITIES) as types.RtpCapabilities });
  return device;
};

/** What this browser can take, known before the server is asked: the server's side of it ships with the page. */
export const loadDevice = (): Promise<Device> => {
  loading ??= load();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
};

export interface Published {
  source: Source;
  track: MediaStreamTrack;
  /** Muted by its owner; what the server is told, whether or not bytes flow now. */
  muted: boolean;
}

/** The browser's end of a seat's two transports. */
export interface Paths {
  /** The server's id of the sending transport: another one means that it has built anew. */
  id: string;
  send: types.Transport;
  receive: types.Transport;
  publish(published: Published): Promise<types.Producer>;
  consume(offer: ConsumerOffer): Promise<types.Consumer>;
  restart(parameters: { send: object; receive: object }): Promise<void>;
  close(): void;
}

const options = ({ id, iceParameters, iceCandidates, dtlsParameters }: Offer): types.TransportOptions =>
  ({ id, iceParameters, iceCandidates, dtlsParameters }) as unknown as types.TransportOptions;

/** Full picture, half and a quarter of its height, so that each viewer gets what their tile and line can take. */
const SIMULCAST: types.RtpEncodingParameters[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000, scalabilityMode: 'L1T3' },
  { scaleResolutionDownBy: 1, maxBitrate: 1_300_000, scalabilityMode: 'L1T3' },
];

const ENCODING: Record<Source, Pick<types.ProducerOptions, 'encodings' | 'codecOptions'>> = {
  mic: { codecOptions: { opusFec: true, opusDtx: true, opusNack: true, opusMaxAverageBitrate: 40_000 } },
  // Without a start bit rate Chrome's estimate takes a minute to climb.
  camera: { encodings: SIMULCAST, codecOptions: { videoGoogleStartBitrate: 1_000 } },
  screen: { encodings: [{ maxBitrate: 2_000_000 }], codecOptions: { videoGoogleStartBitrate: 1_000 } },
};

interface Ties {
  wire: Wire;
  /** A message that the transports cannot do without was lost or refused. */
  broken(): void;
  /** ICE says that a path is down (`disconnected`) or lost (`failed`). */
  faltering(state: 'disconnected' | 'failed'): void;
}

/**
 * Builds both ends from one reply. What the server must know is sent without waiting for its answer, so that the
 * messages overlap ICE and DTLS instead of preceding them.
 */
export const openPaths = (device: Device, joined: Pick<z.infer<typeof Joined>, 'send' | 'receive'>, ties: Ties): Paths => {
  const { wire, broken, faltering } = ties;
  const send = device.createSendTransport(options(joined.send));
  const receive = device.createRecvTransport(options(joined.receive));
  for (const path of [send, receive]) {
    path.on('connect', ({ dtlsParameters }, done) => {
      wire.ask('calls.connect', { transportId: path.id, dtlsParameters: { ...dtlsParameters } }).catch(broken);
      done();
    });
    path.on('connectionstatechange', (state) => void ((state === 'disconnected' || state === 'failed') && faltering(state)));
  }
  send.on('produce', ({ kind, rtpParameters, appData }, done) => {
    const { source, muted } = appData as Pick<Published, 'source' | 'muted'>;
    const told = wire.ask('calls.produce', {
      transportId: send.id,
      source,
      kind,
      rtpParameters: { ...rtpParameters },
      paused: muted,
    });
    appData['told'] = told.catch(broken);
    done({ id: `${source}-${crypto.randomUUID()}` });
  });
  return {
    id: send.id,
    send,
    receive,
    publish: ({ source, track, muted }) =>
      send.produce({
        track,
        ...ENCODING[source],
        stopTracks: false,
        disableTrackOnPause: false,
        appData: { source, muted },
      }),
    consume: ({ id, producerId, kind, rtpParameters, seat, source }) =>
      receive.consume({
        id,
        producerId,
        kind,
        rtpParameters: rtpParameters as unknown as types.RtpParameters,
        // A stream of its own for a screen, or the browser would keep it in step with the voice.
        streamId: source === 'screen' ? `${seat}-screen` : seat || 'silence',
      }),
    async restart(parameters) {
      await Promise.all([
        send.restartIce({ iceParameters: parameters.send as types.IceParameters }),
        receive.restartIce({ iceParameters: parameters.receive as types.IceParameters }),
      ]);
    },
    close() {
      send.close();
      receive.close();
    },
  };
};
