import type { types } from 'mediasoup';

const OPUS: types.RtpParameters = {
  codecs: [{ mimeType: 'audio/opus', clockRate: 48_000, channels: 2, payloadType: 100 }],
  encodings: [{ ssrc: 1 }],
};

/**
 * A sound that is never sent. A browser begins ICE and DTLS of its receiving transport only with a first track, so the
 * waiting room consumes this one; the first real picture then needs no handshake.
 */
export const openSilence = async (router: types.Router): Promise<types.Producer> => {
  const source = await router.createDirectTransport();
  return source.produce({ kind: 'audio', rtpParameters: OPUS, paused: true });
};
